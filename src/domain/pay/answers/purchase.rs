//! "What does the budget buy?": the pay that it makes possible for whoever is recommended, and what else fits it.

use super::names::Names;
use super::price::{counted_share, job};
use super::{PayAnswers, Seniority, Site};
use crate::domain::decide::answer::{PositionView, Recommendation};
use crate::domain::iso::Region;
use crate::domain::message::{Message, filled, ids, said};
use crate::domain::money::Money;
use crate::domain::pay::answer::{BudgetOption, BudgetOptionKind, PaySummary, Purchase, WhatBudgetBuys};
use crate::domain::pay::band::three_digits;
use crate::domain::pay::cost::{Book, Situation};
use crate::domain::pay::job::Job;
use crate::domain::pay::market::Market;
use crate::domain::pay::minimum::{MinimumWage, falls_short};
use crate::domain::pay::request::CostRequest;
use crate::domain::profile::Profile;
use crate::domain::rounding::{tenths, to_float, whole};
use crate::domain::vocab::{Level, Role, Verdict};

/// Days of a month on which somebody works full time, holidays left out.
const WORKING_DAYS: f64 = 20.0;
/// Most options that are shown.
const MOST: usize = 3;
/// The smallest part of a post that is offered, in percent, and the step between two.
const LEAST_PART: u32 = 20;
const PART_STEP: u32 = 5;
/// From how far from the median, in percent, pay lies above or below it.
const AT_MEDIAN: f64 = 1.0;
/// From how far above the median the market is the better news.
const WELL_ABOVE: f64 = 15.0;

/// Whom a budget is to pay.
#[derive(Clone, Copy)]
struct Post {
    job: Job,
    level: Level,
    /// Share of full time, in percent.
    percent: u32,
    /// Whether full time is said.
    named: bool,
}

/// What a purchase is made with.
struct Inputs<'a, 'c> {
    answers: &'a PayAnswers<'c>,
    profile: &'a Profile,
    names: Names<'a>,
    budget: Money,
    site: Site<'static>,
    book: Book<'c>,
}

impl PayAnswers<'_> {
    /// What a yearly budget buys; `None` where there is nobody to pay, no cost is known, or the budget is in another
    /// currency. `need` is the whole need priced.
    #[must_use]
    pub(super) fn buys(
        &self,
        answer: &Recommendation<'_>,
        profile: &Profile,
        need: Option<&PaySummary<'_>>,
        names: Names<'_>,
    ) -> Option<WhatBudgetBuys> {
        let budget = profile.annual_budget?;
        let country = profile.country?.code();
        let book = self.book(country).ok().filter(|_| self.currency(country) == budget.currency.code())?;
        let site = Site::new(country, profile.region.map(Region::code));
        let inputs = Inputs { answers: self, profile, names, budget, site, book };
        let of = |position: &PositionView| Post {
            job: job(position),
            level: position.level,
            percent: counted_share(position),
            named: false,
        };
        let team: Vec<Post> = answer
            .staffing
            .positions
            .iter()
            .flat_map(|position| (0..position.count).map(move |_| of(position)))
            .collect();
        let wanted: Vec<Post> = need
            .into_iter()
            .flat_map(|need| &need.positions)
            .map(|item| Post { job: item.role, level: item.level, percent: item.fte_percent, named: false })
            .collect();
        let first = *team.first().or(wanted.first())?;
        let purchase = if team.len() > 1 {
            inputs.team(&team)
        } else {
            let own = inputs.one(first);
            // Where it pays a part of a post more than the market, the whole post is the better measure.
            let slack = own
                .as_ref()
                .is_some_and(|own| own.to_median_percent.is_some_and(|percent| percent > AT_MEDIAN));
            if first.percent < 100 && slack {
                let full = inputs.one(Post { percent: 100, named: true, ..first });
                match (full, own) {
                    (Some(full), _) if full.lawful => Some(inputs.beside_the_need(first, full)),
                    (Some(full), Some(part)) if part.lawful => {
                        Some(Purchase { text: format!("{} {}", full.text, part.text), ..part })
                    }
                    (_, own) => own,
                }
            } else {
                own
            }
        };
        let smallest = need.and_then(|need| need.total).map(|total| Money { amount: total.low, ..budget });
        let (options, nothing) = inputs.options(answer, &wanted, first, purchase.as_ref());
        let people = need.map_or(0, |need| need.positions.iter().map(|item| item.count).sum());
        Some(WhatBudgetBuys { purchase, options, nothing, smallest, people })
    }
}

impl Inputs<'_, '_> {
    fn money(&self, amount: u64) -> String {
        self.answers.money(amount, self.budget.currency.code())
    }

    fn amount(&self, amount: u64) -> Money {
        Money { amount, ..self.budget }
    }

    fn request(&self, post: Post) -> Option<CostRequest> {
        PayAnswers::request(self.profile, post.job, post.level, f64::from(post.percent) / 100.0)
    }

    /// The median of a post, at its share of full time.
    fn median(&self, post: Post) -> Option<u64> {
        let market = Market::new(post.job, Seniority::Level(post.level), self.site);
        let band = self.answers.find(market).band?;
        Some(band.quartiles()[1] * u64::from(post.percent) / 100)
    }

    /// What a gross costs in a post.
    fn cost(&self, post: Post, gross: u64) -> Option<u64> {
        self.answers.cost_of(&self.request(post)?, [gross; 3]).ok().map(|cost| cost[1])
    }

    /// The legal minimum of a post.
    fn least(&self, post: Post) -> Option<f64> {
        let item = self.answers.floor_on(self.site.country, self.site.region, self.answers.as_of)?;
        Some(MinimumWage::annual(item) * f64::from(post.percent) / 100.0)
    }

    /// Role and level, with the share of full time where it is less.
    fn name(&self, post: Post) -> String {
        let (role, level) = ((self.names.job)(post.job), (self.names.level)(post.level));
        let role = match post.job {
            // "One person for both roles" has its article.
            Job::Hybrid => role,
            _ => self.answers.say(said!(BUYS_ROLE, role = &role)),
        };
        let percent = post.percent.to_string();
        let places = [("role", &*role), ("level", &*level), ("n", &*percent)];
        let word = match post.percent {
            ..100 => ids::BUYS_PART,
            _ if post.named => ids::BUYS_FULL_TIME,
            _ => ids::BUYS_FULL,
        };
        self.answers.say(filled(word, &places))
    }

    /// How far a gross lies from the market, in words and in percent of the median.
    fn distance(&self, post: Post, gross: u64) -> (String, Option<f64>) {
        let Some(median) = self.median(post) else {
            return (self.answers.say(ids::BUYS_UNKNOWN), None);
        };
        let percent = 100.0 * (to_float(gross) / to_float(median) - 1.0);
        let word = match percent {
            far if far > WELL_ABOVE => ids::BUYS_MORE,
            above if above > AT_MEDIAN => ids::BUYS_ABOVE,
            below if below < -AT_MEDIAN => ids::BUYS_BELOW,
            _ => ids::BUYS_AT,
        };
        let cost = self.cost(post, median).unwrap_or(median);
        let places = [
            ("n", &*self.answers.number(percent.abs(), 0)),
            ("amount", &self.money(median)),
            ("cost", &self.money(cost)),
        ];
        (self.answers.say(filled(word, &places)), Some(tenths(percent)))
    }

    /// The pay of one person that the whole budget makes possible.
    fn one(&self, post: Post) -> Option<Purchase> {
        let request = self.request(post)?;
        let (situation, _) = self.answers.situation(&request, &self.book);
        let found = self.book.gross_within(&situation, self.budget.amount)?;
        let cost = whole(self.book.totals(&Situation { gross: to_float(found.gross), ..situation }).0);
        let unlawful = self.least(post).filter(|least| falls_short(to_float(found.gross), *least));
        let (distance, to_median_percent) = self.distance(post, found.gross);
        let text = if let Some(least) = unlawful {
            let minimum = self.book.totals(&Situation { gross: least, ..situation }).0;
            let full = least * 100.0 / f64::from(post.percent);
            let share = f64::from(self.book.share_within(&situation, full, to_float(self.budget.amount)));
            let places = [
                ("budget", &*self.money(self.budget.amount)),
                ("who", &self.name(post)),
                ("amount", &self.money(whole(minimum))),
                ("n", &self.answers.number(share, 0)),
            ];
            self.answers.say(filled(ids::BUYS_UNLAWFUL, &places))
        } else {
            let places = [
                ("budget", &*self.money(self.budget.amount)),
                ("gross", &self.money(found.gross)),
                ("who", &self.name(post)),
                ("distance", &distance),
            ];
            self.answers.say(filled(ids::BUYS, &places))
        };
        Some(Purchase {
            role: post.job,
            level: post.level,
            fte_percent: post.percent,
            gross: self.amount(found.gross),
            employer_cost: self.amount(cost),
            to_median_percent,
            lawful: unlawful.is_none(),
            people: 1,
            text,
        })
    }

    /// The whole post that a budget pays for, after the part of one that the need asks for.
    fn beside_the_need(&self, need: Post, full: Purchase) -> Purchase {
        let Some((gross, cost)) = self.at_median(need) else { return full };
        let post = Post { percent: 100, ..need };
        let places = [
            ("who", &*self.name(need)),
            // Rounded as the price of the post is, which stands beside it.
            ("gross", &self.money(three_digits(to_float(gross)))),
            ("cost", &self.money(three_digits(to_float(cost)))),
            ("budget", &self.money(self.budget.amount)),
            ("full", &self.money(full.gross.amount)),
            ("distance", &self.distance(post, full.gross.amount).0),
        ];
        Purchase { text: self.answers.say(filled(ids::BUYS_BESIDE_NEED, &places)), ..full }
    }

    /// Gross and cost of a post at the median of the market, or at the legal minimum where that is higher.
    fn at_median(&self, post: Post) -> Option<(u64, u64)> {
        let median = self.median(post)?;
        let least = self.least(post).filter(|least| falls_short(to_float(median), *least));
        let gross = least.map_or(median, |least| whole(least.ceil()));
        Some((gross, self.cost(post, gross)?))
    }

    /// The pay of several people, everybody as far from the median of their post.
    fn team(&self, team: &[Post]) -> Option<Purchase> {
        let medians = team.iter().map(|post| self.median(*post)).collect::<Option<Vec<u64>>>()?;
        let cost = |factor: f64| -> Option<u64> {
            let of = |(post, median): (&Post, &u64)| self.cost(*post, whole(to_float(*median) * factor));
            team.iter().zip(&medians).map(of).sum()
        };
        let (mut low, mut high) = (0.05, 10.0);
        for _ in 0..28 {
            let middle = f64::midpoint(low, high);
            if cost(middle)? <= self.budget.amount { low = middle } else { high = middle }
        }
        let first = *team.first()?;
        let gross = whole(to_float(*medians.first()?) * low);
        let percent = 100.0 * (low - 1.0);
        let word = match percent {
            far if far > WELL_ABOVE => ids::BUYS_TEAM_MORE,
            above if above > AT_MEDIAN => ids::BUYS_TEAM_ABOVE,
            below if below < -AT_MEDIAN => ids::BUYS_TEAM_BELOW,
            _ => ids::BUYS_TEAM_AT,
        };
        let places = [
            ("budget", &*self.money(self.budget.amount)),
            ("people", &team.len().to_string()),
            ("n", &self.answers.number(percent.abs(), 0)),
        ];
        let lawful = team.iter().zip(&medians).all(|(post, median)| {
            self.least(*post).is_none_or(|least| !falls_short(to_float(*median) * low, least))
        });
        Some(Purchase {
            role: first.job,
            level: first.level,
            fte_percent: first.percent,
            gross: self.amount(gross),
            employer_cost: self.amount(cost(low)?),
            to_median_percent: Some(tenths(percent)),
            lawful,
            people: u32::try_from(team.len()).unwrap_or(u32::MAX),
            text: self.answers.say(filled(word, &places)),
        })
    }

    /// What else fits, at most three; and where nothing does, what would.
    fn options(
        &self,
        answer: &Recommendation<'_>,
        wanted: &[Post],
        first: Post,
        purchase: Option<&Purchase>,
    ) -> (Vec<BudgetOption>, Option<String>) {
        let mut all: Vec<BudgetOption> = Vec::new();
        let short = purchase.is_none_or(|bought| {
            !bought.lawful || bought.to_median_percent.is_some_and(|percent| percent < -AT_MEDIAN)
        });
        // A part of a post is all that the need asks for: what is over stays free. Where the whole post was bought, its text
        // says so.
        let whole = first.percent < 100 && purchase.is_some_and(|bought| bought.fte_percent == 100);
        if first.percent < 100 && wanted.len() <= 1 && !short && !whole {
            all.extend(self.salaried(BudgetOptionKind::PartTime, &[first], ids::NEEDS_ONLY_PART));
        }
        // Two roles, where nobody holds either of them yet.
        let there = self.profile.team.unwrap_or_default();
        let nobody = there.community_managers + there.social_media_managers == 0;
        let several = nobody && (wanted.len() > 1 || answer.verdict == Verdict::Both);
        let own = self.salaried(BudgetOptionKind::OneAtMedian, &[first], ids::GIVES_UP_OTHER_ROLE);
        if several {
            let found: Vec<BudgetOption> = [Role::SocialMediaManager, Role::CommunityManager]
                .iter()
                .map(|role| Post { job: Job::from(*role), ..first })
                .filter_map(|post| {
                    self.salaried(BudgetOptionKind::OneAtMedian, &[post], ids::GIVES_UP_OTHER_ROLE)
                })
                // One role for what both cost in one person gives less for nothing.
                .filter(|option| {
                    first.job != Job::Hybrid
                        || own.as_ref().is_none_or(|own| option.cost.amount < own.cost.amount)
                })
                .collect();
            // The dearer one that fits, else the cheaper one.
            all.extend(found.iter().find(|option| self.fits(option)).or(found.last()).cloned());
            let juniors = [Job::SocialMediaManager, Job::CommunityManager].map(|job| Post {
                job,
                level: Level::Junior,
                percent: 100,
                named: false,
            });
            all.extend(self.salaried(BudgetOptionKind::BothJunior, &juniors, ids::GIVES_UP_SENIORITY));
        } else if first.level != Level::Junior && short {
            let percent = if whole { 100 } else { first.percent };
            let junior = Post { level: Level::Junior, percent, named: whole, ..first };
            all.extend(self.salaried(BudgetOptionKind::OneAtMedian, &[junior], ids::GIVES_UP_EXPERIENCE));
        }
        if short && !whole {
            let part = (LEAST_PART..first.percent).rev().find(|percent| {
                percent.is_multiple_of(PART_STEP)
                    && self
                        .salaried(
                            BudgetOptionKind::PartTime,
                            &[Post { percent: *percent, ..first }],
                            ids::GIVES_UP_HOURS,
                        )
                        .is_some_and(|option| self.fits(&option))
            });
            let post = Post { percent: part.unwrap_or(LEAST_PART.min(first.percent)), ..first };
            all.extend(self.salaried(BudgetOptionKind::PartTime, &[post], ids::GIVES_UP_HOURS));
        }
        all.extend(self.apprentice(answer, first));
        all.extend(self.freelance(first));
        all.extend(self.agency(first));
        let (mut fit, rest): (Vec<BudgetOption>, Vec<BudgetOption>) =
            all.into_iter().partition(|option| self.fits(option));
        let bought = purchase.is_some_and(|bought| bought.lawful);
        let nothing = (fit.is_empty() && !bought).then(|| {
            let cheapest = rest.iter().min_by_key(|option| option.cost.amount);
            cheapest.map(|option| self.answers.say(said!(NOTHING_FITS, what = &option.text)))
        });
        fit.dedup_by(|one, other| one.text == other.text);
        fit.truncate(MOST);
        (fit, nothing.flatten())
    }

    fn fits(&self, option: &BudgetOption) -> bool {
        option.cost.amount <= self.budget.amount
    }

    /// People at the median of their posts.
    fn salaried(&self, kind: BudgetOptionKind, posts: &[Post], gives_up: Message) -> Option<BudgetOption> {
        let mut cost = 0;
        let mut who = Vec::new();
        for post in posts {
            let (gross, own) = self.at_median(*post)?;
            cost += own;
            who.push(self.answers.say(said!(
                OPTION_SALARY,
                who = &self.name(*post),
                gross = &self.money(gross)
            )));
        }
        let join = |all: String, next: String| self.answers.say(said!(BOTH_OF, first = all, second = next));
        let who = who.into_iter().reduce(join).unwrap_or_default();
        let places = [("who", &*who), ("amount", &self.money(cost))];
        Some(BudgetOption {
            kind,
            text: self.answers.say(filled(ids::OPTION_COSTS, &places)),
            cost: self.amount(cost),
            gives_up: self.answers.say(gives_up),
        })
    }

    /// An apprentice, where somebody is there to be the tutor.
    fn apprentice(&self, answer: &Recommendation<'_>, first: Post) -> Option<BudgetOption> {
        let existing = self.profile.team.unwrap_or_default();
        let tutor =
            existing.community_managers + existing.social_media_managers > 0 || answer.staffing.people > 1;
        let cost = self.answers.apprentice_cost(&self.request(first)?)?;
        let word = if tutor { ids::GIVES_UP_PRESENCE } else { ids::GIVES_UP_TUTOR };
        Some(BudgetOption {
            kind: BudgetOptionKind::Apprentice,
            text: self.answers.say(said!(OPTION_APPRENTICE, amount = &self.money(cost))),
            cost: self.amount(cost),
            gives_up: self.answers.say(word),
        })
    }

    /// A freelancer, for the days a month that the budget pays for.
    fn freelance(&self, first: Post) -> Option<BudgetOption> {
        let request = CostRequest { level: None, ..self.request(first)? };
        let (low, high, _) = self.answers.fees("day-rate", &request, self.budget.currency.code())?;
        let monthly = to_float(self.budget.amount) / 12.0;
        // No more days than the post has: a part of one is a few days.
        let needed = (WORKING_DAYS * f64::from(first.percent.min(100)) / 100.0).ceil();
        let most = (monthly / low).floor().min(needed);
        let least = (monthly / high).floor().min(most);
        // Less than a day a month is no help: what one costs is still worth knowing.
        let cost =
            if most < 1.0 { whole(low * 12.0) } else { whole(low * 12.0 * most).min(self.budget.amount) };
        let days = if least >= 1.0 && least < most {
            let (low, high) = (self.answers.number(least, 0), self.answers.number(most, 0));
            self.answers.say(said!(FROM_TO, low = low, high = high))
        } else {
            self.answers.number(most.max(1.0), 0)
        };
        let (low, high) = (self.money(whole(low)), self.money(whole(high)));
        let fee =
            if low == high { low } else { self.answers.say(said!(OPTION_FEES, low = &low, high = &high)) };
        let word = if most < 2.0 { ids::OPTION_FREELANCE_ONE } else { ids::OPTION_FREELANCE };
        Some(BudgetOption {
            kind: BudgetOptionKind::Freelance,
            text: self.answers.say(filled(word, &[("n", &days), ("fee", &fee)])),
            cost: self.amount(cost),
            gives_up: self.answers.say(ids::GIVES_UP_DAILY),
        })
    }

    /// An agency, at the published fees.
    fn agency(&self, first: Post) -> Option<BudgetOption> {
        let request = CostRequest { level: None, ..self.request(first)? };
        let (low, high, _) = self.answers.fees("monthly-retainer", &request, self.budget.currency.code())?;
        let places = [("low", &*self.money(whole(low))), ("high", &self.money(whole(high)))];
        Some(BudgetOption {
            kind: BudgetOptionKind::Agency,
            text: self
                .answers
                .say(filled(if low < high { ids::OPTION_AGENCY } else { ids::OPTION_AGENCY_ONE }, &places)),
            cost: self.amount(whole(low * 12.0)),
            gives_up: self.answers.say(ids::GIVES_UP_INSIDE),
        })
    }
}
