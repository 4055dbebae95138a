//! Work on many things at once, in order: each result is handed on as soon as it and those before it are ready, and
//! nobody reads far ahead, so that it takes no more memory for many than for a few.

use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Mutex, PoisonError};

/// How many pieces each worker may be ahead of what is handed on.
const AHEAD: usize = 4;

/// How many work at once: as many as asked for, or as there are processors.
pub(super) fn jobs(asked: Option<std::num::NonZeroUsize>) -> usize {
    let processors = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    asked.map_or(processors, std::num::NonZero::get)
}

/// Takes pieces from `next`, works on `jobs` of them at once, and hands the results to `done` in order. The first error of
/// `done` ends it all.
pub(super) fn ordered<T: Send, R: Send, E>(
    jobs: usize,
    mut next: impl FnMut() -> Option<T> + Send,
    work: impl Fn(T) -> R + Sync,
    mut done: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    let jobs = jobs.max(1);
    let (give, pieces) = sync_channel::<(u64, T)>(jobs);
    let (hand, results) = sync_channel::<(u64, R)>(jobs * AHEAD);
    // A place for each piece on its way.
    let (free, places) = sync_channel::<()>(jobs * AHEAD);
    for _ in 0..jobs * AHEAD {
        let _room = free.try_send(());
    }
    let pieces = Mutex::new(Some(pieces));
    let take = |pieces: &Mutex<Option<Receiver<(u64, T)>>>| {
        pieces.lock().unwrap_or_else(PoisonError::into_inner).as_ref()?.recv().ok()
    };
    std::thread::scope(|scope| {
        scope.spawn(move || {
            let mut at = 0;
            while places.recv().is_ok() {
                let Some(piece) = next() else { break };
                if give.send((at, piece)).is_err() {
                    break;
                }
                at += 1;
            }
        });
        for _ in 0..jobs {
            let hand = hand.clone();
            let (pieces, work, take) = (&pieces, &work, &take);
            scope.spawn(move || {
                while let Some((at, piece)) = take(pieces) {
                    if hand.send((at, work(piece))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(hand);
        let mut wanted = 0;
        let mut early: BTreeMap<u64, R> = BTreeMap::new();
        let result = (|| {
            for (at, result) in &results {
                early.insert(at, result);
                while let Some(result) = early.remove(&wanted) {
                    wanted += 1;
                    done(result)?;
                    let _nobody_reads = free.try_send(());
                }
            }
            Ok(())
        })();
        // Whoever still works finds nobody to take it, and ends.
        drop((results, free));
        if result.is_err() {
            // And whoever brings more finds nobody to work on it.
            drop(pieces.lock().unwrap_or_else(PoisonError::into_inner).take());
        }
        result
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order_for_any_number_of_workers() {
        for jobs in [1, 2, 7] {
            let mut numbers = 0..500_u64;
            let mut found = Vec::new();
            let slow = |n: u64| {
                if n.is_multiple_of(13) {
                    std::thread::sleep(std::time::Duration::from_millis(1));
                }
                n * 2
            };
            let ended: Result<(), ()> = ordered(
                jobs,
                || numbers.next(),
                slow,
                |n| {
                    found.push(n);
                    Ok(())
                },
            );
            assert_eq!(ended, Ok(()));
            assert_eq!(found, (0..500).map(|n| n * 2).collect::<Vec<u64>>());
        }
    }

    #[test]
    fn an_error_ends_it() {
        let mut numbers = 0..;
        let ended = ordered(3, || numbers.next(), |n: u64| n, |n| if n < 40 { Ok(()) } else { Err(n) });
        assert_eq!(ended, Err(40));
    }
}
