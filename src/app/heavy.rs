//! Heavy work: audits, files, batches, documents, tables. It runs on threads of its own, so that light requests never
//! wait behind it; only so much of it at once, so that it cannot take all processors and memory; and it stops when the
//! request that asked for it is given up.

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use tokio::sync::Semaphore;

/// How many may wait for each place. With work of a fraction of a second, none waits for longer than a few seconds.
const WAITING: usize = 8;
/// Seconds after which a client that was sent away may come back.
pub const COME_BACK: u32 = 2;

/// Why heavy work was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Undone {
    /// As many as may wait do so already.
    #[error("the service is busy; try again in {COME_BACK} s")]
    Busy,
    /// It panicked; the log says where.
    #[error("the work broke off")]
    Broken,
}

/// Whether the answer to a request is still wanted: until the request times out or its client goes away.
#[derive(Clone, Debug)]
pub struct Wanted(Arc<AtomicBool>);

impl Wanted {
    /// Whether it is.
    #[must_use]
    pub fn still(&self) -> bool {
        !self.0.load(Ordering::Relaxed)
    }
}

/// Says that an answer is no longer wanted when the request that holds it is dropped.
struct Request(Wanted);

impl Drop for Request {
    fn drop(&mut self) {
        (self.0).0.store(true, Ordering::Relaxed);
    }
}

/// Places for heavy work.
#[derive(Debug)]
pub struct Heavy {
    places: Arc<Semaphore>,
    waiting: AtomicUsize,
    most: usize,
}

/// One that waits, until it is dropped.
struct Waiter<'h>(&'h AtomicUsize);

impl Drop for Waiter<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Heavy {
    /// So much work at once.
    #[must_use]
    pub fn new(places: NonZeroUsize) -> Self {
        let places = places.get().min(Semaphore::MAX_PERMITS);
        Self {
            places: Arc::new(Semaphore::new(places)),
            waiting: AtomicUsize::new(0),
            most: places.saturating_mul(WAITING),
        }
    }

    /// Does some work on a thread where it may take its time, when its turn comes. It is told whether it is still
    /// wanted, and should ask from time to time.
    ///
    /// # Errors
    /// [`Undone`].
    pub async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Wanted) -> T + Send + 'static,
    ) -> Result<T, Undone> {
        let place = if let Ok(place) = Arc::clone(&self.places).try_acquire_owned() {
            place
        } else {
            if self.waiting.fetch_add(1, Ordering::Relaxed) >= self.most {
                self.waiting.fetch_sub(1, Ordering::Relaxed);
                return Err(Undone::Busy);
            }
            let waiter = Waiter(&self.waiting);
            let place = Arc::clone(&self.places).acquire_owned().await.map_err(|_| Undone::Busy)?;
            drop(waiter);
            place
        };
        let wanted = Wanted(Arc::new(AtomicBool::new(false)));
        // Dropped with this future: when the answer is there, when the time is up, when the client has gone.
        let request = Request(wanted.clone());
        let done = tokio::task::spawn_blocking(move || {
            let done = work(&wanted);
            drop(place);
            done
        });
        let done = done.await.map_err(|_| Undone::Broken);
        drop(request);
        done
    }
}

impl Default for Heavy {
    fn default() -> Self {
        Self::new(std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    fn runtime() -> tokio::runtime::Runtime {
        tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap()
    }

    #[test]
    fn work_whose_request_is_given_up_is_told() {
        let (sender, receiver) = std::sync::mpsc::channel();
        runtime().block_on(async move {
            let heavy = Heavy::new(NonZeroUsize::MIN);
            let work = heavy.run(move |wanted| {
                while wanted.still() {
                    std::thread::sleep(Duration::from_millis(1));
                }
                sender.send("stopped").unwrap();
            });
            assert!(tokio::time::timeout(Duration::from_millis(20), work).await.is_err());
            // The place is free again.
            assert_eq!(heavy.run(Wanted::still).await, Ok(true));
        });
        assert_eq!(receiver.recv_timeout(Duration::from_secs(5)), Ok("stopped"));
    }

    #[test]
    fn beyond_those_who_wait_nobody_is_let_in() {
        runtime().block_on(async {
            let heavy = Arc::new(Heavy::new(NonZeroUsize::MIN));
            let hold = Arc::new(AtomicBool::new(true));
            let ask = || {
                let (heavy, hold) = (Arc::clone(&heavy), Arc::clone(&hold));
                tokio::spawn(async move {
                    heavy
                        .run(move |_| {
                            while hold.load(Ordering::Relaxed) {
                                std::thread::sleep(Duration::from_millis(1));
                            }
                        })
                        .await
                })
            };
            let asked: Vec<_> = (0..1 + WAITING + 3).map(|_| ask()).collect();
            tokio::time::sleep(Duration::from_millis(50)).await;
            hold.store(false, Ordering::Relaxed);
            let mut busy = 0;
            for one in asked {
                busy += usize::from(one.await.unwrap() == Err(Undone::Busy));
            }
            assert_eq!(busy, 3);
            assert_eq!(heavy.run(|_| panic!("a panic of the test")).await, Err::<(), _>(Undone::Broken));
            assert_eq!(heavy.run(|_| 1).await, Ok(1));
        });
    }
}
