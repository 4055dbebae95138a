//! From hours to people: who does which task, and how many of them there are.
//!
//! Those in post, apprentices and an agency take what they can first. The rest goes to the people that the arrangement
//! hires; what one post cannot hold of conversation or production goes to professions that help, so that a team is no
//! row of clones. Every half hour of the work is given to somebody (or stays open), and each step only ever adds: more
//! work never means fewer people. The method is described in `docs/method/team.md`.

use super::hours::{Hours, LoadClass, TASKS, Task};
use super::load::Load;
use super::rule::{Arrangement, Rest, Seat};
use super::scale::{MAX_SUPPORTS, WorkScale};
use super::team::{Cap, EVERYBODY, PART_TIME_BELOW, Team, There, Who};
use crate::domain::goal::{GoalIndex, GoalSet};
use crate::domain::profile::Profile;
use crate::domain::vocab::{Role, Verdict};

/// The tasks in the order in which those in post take them: their own first.
const OWN_CM: [Task; 4] = [Task::Animating, Task::Listening, Task::Moderating, Task::Answering];
const OWN_SMM: [Task; 7] = [
    Task::Planning,
    Task::Coordination,
    Task::Analysis,
    Task::Advertising,
    Task::Posts,
    Task::ShortVideo,
    Task::LongVideo,
];
/// What a community manager takes over of the other role's tasks.
const OTHER_CM: [Task; 7] = [
    Task::Posts,
    Task::ShortVideo,
    Task::Coordination,
    Task::Analysis,
    Task::Planning,
    Task::Advertising,
    Task::LongVideo,
];
/// What an agency does first.
const BY_AGENCY: [Task; TASKS] = [
    Task::ShortVideo,
    Task::LongVideo,
    Task::Posts,
    Task::Advertising,
    Task::Planning,
    Task::Analysis,
    Task::Listening,
    Task::Answering,
    Task::Moderating,
    Task::Animating,
    Task::Coordination,
];
/// What a seat that cannot hold all of its work gives up first: the other role's tasks, then what takes most time; what only
/// it can do stays.
const GIVEN_UP_CM: [Task; TASKS] = [
    Task::LongVideo,
    Task::Advertising,
    Task::ShortVideo,
    Task::Analysis,
    Task::Posts,
    Task::Planning,
    Task::Coordination,
    Task::Answering,
    Task::Moderating,
    Task::Listening,
    Task::Animating,
];
const GIVEN_UP_SMM: [Task; TASKS] = [
    Task::Answering,
    Task::Moderating,
    Task::Listening,
    Task::Animating,
    Task::LongVideo,
    Task::ShortVideo,
    Task::Posts,
    Task::Advertising,
    Task::Analysis,
    Task::Coordination,
    Task::Planning,
];
/// What an apprentice can be given.
const BY_APPRENTICE: [Task; 6] =
    [Task::Posts, Task::Answering, Task::ShortVideo, Task::Listening, Task::Analysis, Task::Moderating];

/// What teams are made from.
#[derive(Clone, Copy)]
pub struct Maker<'a> {
    /// Parameters.
    pub scale: &'a WorkScale,
    /// Goals by name.
    pub goals: &'a GoalIndex,
    /// The work.
    pub load: &'a Load,
    /// The role needed.
    pub verdict: Verdict,
    /// The company.
    pub profile: &'a Profile,
}

impl std::fmt::Debug for Maker<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Maker").field("verdict", &self.verdict).finish_non_exhaustive()
    }
}

/// Whom a team hires.
#[expect(clippy::struct_excessive_bools, reason = "each says whether somebody is hired; they combine freely")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Seats {
    cm: bool,
    smm: bool,
    hybrid: bool,
    /// More of those in post, as many as the work asks for.
    more: bool,
}

impl Maker<'_> {
    /// The class of the work that nobody in post does yet.
    #[must_use]
    pub fn class(&self) -> LoadClass {
        let full = self.load.full_time;
        let there = There::of(self.scale, self.profile, full);
        let team = self.profile.team.unwrap_or_default();
        let managers = team.community_managers.saturating_add(team.social_media_managers);
        let mut work = self.begin(there);
        work.cross(Seats::default());
        let rest = work.rest();
        // A team of some size without anybody who sets the line is not complete, however many hours it has.
        let lacks_lead = managers >= self.scale.lead_from_people
            && team.social_media_managers == 0
            && self.verdict.includes(Role::SocialMediaManager);
        let least = Hours::whole(self.scale.least_support_hours);
        // Whether those in post carry what nobody counted is not known, unless every role is there.
        let covers = |role: Role, count: u32| !self.verdict.includes(role) || count > 0;
        let all_there = covers(Role::CommunityManager, team.community_managers)
            && covers(Role::SocialMediaManager, team.social_media_managers);
        let counted = team.agency.is_some_and(|agency| agency.hours_per_week.is_some());
        let known = self.load.told() || all_there || counted;
        if known && (managers > 0 || team.agency.is_some()) && !lacks_lead {
            let stretched = there.total().percent(self.scale.stretch_percent).less(there.total());
            if rest < least || rest <= stretched {
                return LoadClass::Carried;
            }
        }
        // Where an agency and those in post have hours left for all that is assumed, nothing is left to hire for.
        if team.agency.is_some() && rest < least && !lacks_lead {
            return LoadClass::Carried;
        }
        // Hours that are only assumed are no reason to hire nobody.
        if managers == 0 && self.load.told() && rest < Hours::whole(self.scale.slight_below_hours) {
            return LoadClass::Slight;
        }
        // Those who work part time could work more.
        let each = team.fte_percent.unwrap_or(100);
        let more = Hours(full.0.saturating_mul(managers)).percent(100 - each);
        if known && managers > 0 && !lacks_lead && rest <= more {
            return LoadClass::Raised;
        }
        // Work that can neither be handed on nor fill a third of a post stays with those in post.
        if managers > 0 && all_there {
            let more = Seats { more: true, ..Seats::default() };
            let team = self.seated(there, more, true, Rest::There, Cap::default());
            if team.managers() + team.supports() == 0 {
                return LoadClass::Carried;
            }
        }
        if rest < full.percent(self.scale.part_below_percent) {
            return LoadClass::Light;
        }
        let languages = self.profile.languages.unwrap_or(1) >= self.scale.languages_for_two;
        if rest <= full.percent(self.scale.stretch_percent) && !languages {
            return LoadClass::Full;
        }
        let seats = if managers > 0 {
            Seats { more: true, ..Seats::default() }
        } else {
            Seats {
                // A social media manager alone hands conversation to a community manager first.
                cm: true,
                smm: self.verdict.includes(Role::SocialMediaManager),
                ..Seats::default()
            }
        };
        let team = self.seated(there, seats, true, Rest::Open, Cap::default());
        let people = managers.saturating_add(team.managers()).saturating_add(team.supports());
        if people >= self.scale.lead_from_people { LoadClass::Team } else { LoadClass::Heavy }
    }

    /// The team that an arrangement makes. `first` is the role that comes first.
    #[must_use]
    pub fn team(&self, arrangement: &Arrangement, first: Role, cap: Cap) -> Team {
        let mut seats = Seats::default();
        for position in &arrangement.positions {
            let role = match position.seat {
                Seat::Hybrid => {
                    seats.hybrid = true;
                    continue;
                }
                Seat::More => {
                    seats.more = true;
                    continue;
                }
                Seat::First => first,
                Seat::Second => first.counterpart(),
                Seat::SocialMediaManager => Role::SocialMediaManager,
                Seat::CommunityManager => Role::CommunityManager,
            };
            if role == Role::CommunityManager {
                seats.cm = true;
            } else {
                seats.smm = true;
            }
        }
        let there = There::of(self.scale, self.profile, self.load.full_time);
        self.seated(there, seats, !arrangement.positions.is_empty(), arrangement.rest, cap)
    }

    fn begin(&self, there: There) -> Work<'_> {
        let mut work = Work {
            maker: *self,
            left: self.load.tasks.map(|task| task.hours.typical),
            there,
            team: Team {
                hours: [[Hours(0); EVERYBODY]; TASKS],
                people: [0; EVERYBODY],
                study: [false; MAX_SUPPORTS],
                full_time: self.load.full_time,
            },
        };
        work.fill(Who::Agency, &BY_AGENCY);
        work.fill(Who::Apprentice, &BY_APPRENTICE);
        work.fill(Who::PostedCommunityManager, &OWN_CM);
        work.fill(Who::PostedSocialMediaManager, &OWN_SMM);
        work
    }

    fn seated(&self, there: There, seats: Seats, helped: bool, rest: Rest, cap: Cap) -> Team {
        let mut work = self.begin(there);
        work.cross(seats);
        if helped {
            work.seat(seats, cap);
        }
        work.close(rest);
        work.count(cap);
        work.fill_up(cap);
        work.team
    }
}

/// Work that is being given to people.
struct Work<'a> {
    maker: Maker<'a>,
    /// What nobody does yet, by task.
    left: [Hours; TASKS],
    /// What those who are there can still take.
    there: There,
    team: Team,
}

impl Work<'_> {
    fn full(&self) -> Hours {
        self.team.full_time
    }

    fn stretched(&self) -> Hours {
        self.full().percent(self.maker.scale.stretch_percent)
    }

    fn least(&self) -> Hours {
        Hours::whole(self.maker.scale.least_support_hours)
    }

    fn rest(&self) -> Hours {
        self.left.iter().copied().sum()
    }

    /// What is left of the tasks of a role.
    fn own(&self, role: Role) -> Hours {
        Task::ALL.iter().filter(|task| task.owner() == role).map(|task| self.left[*task as usize]).sum()
    }

    fn family(&self, of: impl Fn(Task) -> bool) -> Hours {
        Task::ALL.iter().filter(|task| of(**task)).map(|task| self.left[*task as usize]).sum()
    }

    /// Gives hours of a task to somebody; returns how many there were.
    fn give(&mut self, who: usize, task: Task, hours: Hours) -> Hours {
        let taken = self.left[task as usize].min(hours);
        self.left[task as usize] = self.left[task as usize].less(taken);
        let cell = &mut self.team.hours[task as usize][who];
        *cell = cell.and(taken);
        taken
    }

    const fn capacity(&mut self, who: Who) -> &mut Hours {
        match who {
            Who::PostedCommunityManager => &mut self.there.community_managers,
            Who::PostedSocialMediaManager => &mut self.there.social_media_managers,
            Who::Apprentice => &mut self.there.apprentices,
            _ => &mut self.there.agency,
        }
    }

    /// Lets somebody who is there take tasks, in order, as far as the hours go.
    fn fill(&mut self, who: Who, tasks: &[Task]) {
        for task in tasks {
            let can = *self.capacity(who);
            let taken = self.give(who as usize, *task, can);
            *self.capacity(who) = can.less(taken);
        }
    }

    /// Lets those in post take the other role's tasks, where nobody is hired for them.
    fn cross(&mut self, seats: Seats) {
        if !(seats.smm || seats.hybrid) {
            self.fill(Who::PostedCommunityManager, &OTHER_CM);
        }
        if !(seats.cm || seats.hybrid) {
            self.fill(Who::PostedSocialMediaManager, &OWN_CM);
        }
    }

    /// Hours to hand on: those that are too many, and where there are any, enough for somebody to take them.
    fn worth(&self, hours: Hours) -> Hours {
        if hours.0 == 0 { hours } else { hours.max(self.least()) }
    }

    /// Gives hours of conversation to those who help with it; returns how many. Few hours are handed on only where they
    /// are `needed` to spare another manager.
    fn delegate_conversation(&mut self, hours: Hours, needed: bool) -> Hours {
        let all = self.family(Task::is_conversation);
        let hours = self.worth(hours).min(all);
        if hours < self.least() && !needed {
            return Hours(0);
        }
        // Each task in proportion; what rounding leaves is answering's.
        let moderating =
            u64::from(hours.0) * u64::from(self.left[Task::Moderating as usize].0) / u64::from(all.0.max(1));
        let moderating = Hours(u32::try_from(moderating).unwrap_or(u32::MAX));
        let mut given = Hours(0);
        for (task, part) in
            [(Task::Moderating, moderating), (Task::Answering, hours), (Task::Moderating, hours)]
        {
            given = given.and(self.delegate(task, part.min(hours.less(given))));
        }
        given
    }

    /// Gives hours of production to those who help with it, the longest pieces first; returns how many. Few hours as for
    /// conversation.
    fn delegate_production(&mut self, hours: Hours, needed: bool) -> Hours {
        let hours = self.worth(hours).min(self.family(Task::is_production));
        if hours < self.least() && !needed {
            return Hours(0);
        }
        let mut given = Hours(0);
        let video = self.left[Task::LongVideo as usize].and(self.left[Task::ShortVideo as usize]);
        // A few hours of video are no post for somebody who only films.
        let first = if video < self.least() {
            [Task::Posts, Task::ShortVideo, Task::LongVideo]
        } else {
            [Task::LongVideo, Task::ShortVideo, Task::Posts]
        };
        for task in first {
            let part = self.left[task as usize].min(hours.less(given));
            // Neither are a few hours of text for somebody who only writes.
            if part < self.least() && given.0 > 0 {
                break;
            }
            given = given.and(self.delegate(task, part));
        }
        given
    }

    fn delegate(&mut self, task: Task, hours: Hours) -> Hours {
        let goals = self.maker.profile.goals.map_or(0, GoalSet::all);
        match self.maker.scale.taker(task, goals, self.maker.goals) {
            Some(support) if support < MAX_SUPPORTS => self.give(Who::ALL.len() + support, task, hours),
            _ => Hours(0),
        }
    }

    /// Seats the people that are hired.
    fn seat(&mut self, seats: Seats, cap: Cap) {
        let team = self.maker.profile.team.unwrap_or_default();
        let managers = team.community_managers + team.social_media_managers;
        let hired = u32::from(seats.cm) + u32::from(seats.smm) + u32::from(seats.hybrid);
        // Evenings and weekends are never one person's.
        if managers + hired <= 1 && self.maker.load.out_of_hours >= self.least() {
            let watch = self.maker.load.out_of_hours;
            self.delegate(Task::Moderating, watch);
        }
        if seats.cm && seats.smm {
            self.balance();
            let (cm, smm) = (self.own(Role::CommunityManager), self.own(Role::SocialMediaManager));
            // What was moved over already belongs to the seat.
            let full = self.full();
            let stretched = self.stretched();
            let limit = |seated: Hours| (stretched.less(seated), full.less(seated));
            let (most, post) = limit(self.team.total(Who::CommunityManager));
            if cm > most {
                self.delegate_conversation(cm.less(post), cm.less(self.least()) > most);
            }
            let (most, post) = limit(self.team.total(Who::SocialMediaManager));
            if smm > most {
                self.delegate_production(smm.less(post), smm.less(self.least()) > most);
            }
            self.take_own(Who::CommunityManager, Role::CommunityManager);
            self.take_own(Who::SocialMediaManager, Role::SocialMediaManager);
        } else if hired > 0 {
            let (who, own_is_talk) = if seats.cm {
                (Who::CommunityManager, true)
            } else if seats.smm {
                (Who::SocialMediaManager, false)
            } else {
                let talk = self.family(Task::is_conversation);
                (Who::Hybrid, talk >= self.family(Task::is_production))
            };
            self.lend();
            self.relieve(own_is_talk);
            for task in Task::ALL {
                let hours = self.left[*task as usize];
                self.give(who as usize, *task, hours);
            }
        } else if seats.more {
            let (talk, made) = (self.family(Task::is_conversation), self.family(Task::is_production));
            // What cannot be handed on asks for another of the same kind once it is a third of a post.
            let third = self.full().percent(self.maker.scale.part_below_percent);
            let (cm, smm) = (self.own(Role::CommunityManager), self.own(Role::SocialMediaManager));
            self.delegate_conversation(talk, cm >= third);
            self.delegate_production(made, smm >= third);
            for (who, role, there) in [
                (Who::CommunityManager, Role::CommunityManager, team.community_managers),
                (Who::SocialMediaManager, Role::SocialMediaManager, team.social_media_managers),
            ] {
                if there > 0 && self.own(role) >= third {
                    self.take_own(who, role);
                }
            }
        }
        self.heads(cap);
    }

    /// Evens out two posts: pictures and text go to a community manager with time left, answers to a social media
    /// manager.
    fn balance(&mut self) {
        let full = self.full();
        let third = full.percent(self.maker.scale.part_below_percent);
        let (cm, smm) = (self.own(Role::CommunityManager), self.own(Role::SocialMediaManager));
        // What is more than a post, and what makes a sliver a post that is worth having.
        let moved = |from: Hours, to: Hours| {
            from.less(full).min(full.less(to)).max(third.less(to).min(from.less(third)))
        };
        let (who, tasks, hours) = if smm >= cm {
            (Who::CommunityManager, [Task::Posts, Task::ShortVideo], moved(smm, cm))
        } else {
            (Who::SocialMediaManager, [Task::Answering, Task::Moderating], moved(cm, smm))
        };
        let mut left = hours;
        for task in tasks {
            left = left.less(self.give(who as usize, task, left));
        }
    }

    /// Lets those in post with time left take what is more than one post of the person who joins them.
    fn lend(&mut self) {
        if self.rest() <= self.stretched() {
            return;
        }
        for who in [Who::PostedCommunityManager, Who::PostedSocialMediaManager] {
            for task in OTHER_CM.iter().chain(&OWN_CM) {
                let over = self.rest().less(self.full());
                let can = (*self.capacity(who)).min(over);
                let taken = self.give(who as usize, *task, can);
                *self.capacity(who) = self.capacity(who).less(taken);
            }
        }
    }

    /// Hands on what one post cannot hold: the seat's own kind of work first, of which it keeps a part.
    fn relieve(&mut self, own_is_talk: bool) {
        let pool = self.rest();
        if pool <= self.stretched() {
            return;
        }
        let mut over = pool.less(self.full());
        let keep = self.full().percent(self.maker.scale.own_share_percent);
        for (talk, keep) in [(own_is_talk, keep), (!own_is_talk, Hours(0)), (own_is_talk, Hours(0))] {
            let family =
                if talk { self.family(Task::is_conversation) } else { self.family(Task::is_production) };
            let part = over.min(family.less(keep));
            let needed = self.rest().less(self.least()) > self.stretched();
            let given = if talk {
                self.delegate_conversation(part, needed)
            } else {
                self.delegate_production(part, needed)
            };
            over = over.less(given);
        }
    }

    fn take_own(&mut self, who: Who, role: Role) {
        for task in Task::ALL.iter().filter(|task| task.owner() == role) {
            let hours = self.left[*task as usize];
            self.give(who as usize, *task, hours);
        }
    }

    /// How many managers the hours of each seat ask for. What more than can be paid for would do stays open.
    fn heads(&mut self, cap: Cap) {
        let mut left = cap.managers.or(cap.everybody);
        let seats = [Who::Hybrid, Who::SocialMediaManager, Who::CommunityManager];
        let mut later =
            u32::try_from(seats.iter().filter(|who| self.team.total(**who).0 > 0).count()).unwrap_or(0);
        for who in seats {
            let hours = self.team.total(who);
            if hours.0 == 0 {
                continue;
            }
            // One salary is kept back for each seat to come.
            later -= 1;
            let most = self.stretched().0.max(1);
            // A few hours too many are no reason for another person.
            let wanted = hours.less(self.least()).0.div_ceil(most).max(1);
            let count = left.map_or(wanted, |left| wanted.min(left.saturating_sub(later).max(1)));
            left = left.map(|left| left.saturating_sub(count));
            self.team.people[who as usize] = count;
            let most = cap.hours.map_or(most.saturating_mul(count), |hours| hours.0);
            let mut over = hours.less(Hours(most));
            let given_up = match who {
                Who::CommunityManager => &GIVEN_UP_CM,
                Who::SocialMediaManager => &GIVEN_UP_SMM,
                _ => &BY_AGENCY,
            };
            for task in given_up.iter().filter(|_| count < wanted || cap.hours.is_some()) {
                let cell = self.team.hours[*task as usize][who as usize];
                let moved = cell.min(over);
                over = over.less(moved);
                self.team.hours[*task as usize][who as usize] = cell.less(moved);
                let open = &mut self.team.hours[*task as usize][Who::Open as usize];
                *open = open.and(moved);
            }
        }
    }

    /// Gives what is left to whoever the arrangement says.
    fn close(&mut self, rest: Rest) {
        let team = self.maker.profile.team.unwrap_or_default();
        let there = if team.community_managers > 0 {
            Who::PostedCommunityManager
        } else if team.social_media_managers > 0 {
            Who::PostedSocialMediaManager
        } else if team.agency.is_some() {
            Who::Agency
        } else {
            Who::Open
        };
        let who = match rest {
            Rest::There => there,
            Rest::Inside => Who::Inside,
            Rest::Outside => Who::Outside,
            Rest::Open => Who::Open,
        };
        for task in Task::ALL {
            let hours = self.left[*task as usize];
            // Of the two in post each takes what is its own.
            let own = match task.owner() {
                Role::SocialMediaManager if team.social_media_managers > 0 => Who::PostedSocialMediaManager,
                _ => who,
            };
            let who = if rest == Rest::There { own } else { who };
            self.give(who as usize, *task, hours);
        }
    }

    /// How many people of each profession that helps; those that cannot be paid for stay open.
    fn count(&mut self, cap: Cap) {
        let study = Hours::whole(self.maker.scale.study_above_hours);
        let mut left = cap.everybody.map(|all| all.saturating_sub(self.team.managers()));
        for support in 0..MAX_SUPPORTS {
            let hours = self.team.support_total(support);
            if hours.0 == 0 {
                continue;
            }
            let most = self.stretched().0.max(1);
            let wanted = hours.0.div_ceil(most).max(1);
            let count = left.map_or(wanted, |left| wanted.min(left));
            left = left.map(|left| left.saturating_sub(count));
            self.team.people[Who::ALL.len() + support] = count;
            if count == wanted {
                self.team.study[support] = hours > study;
                continue;
            }
            let mut over = hours.less(Hours(self.full().0.saturating_mul(count)));
            for task in Task::ALL {
                let cell = self.team.hours[*task as usize][Who::ALL.len() + support];
                let moved = cell.min(over);
                over = over.less(moved);
                self.team.hours[*task as usize][Who::ALL.len() + support] = cell.less(moved);
                let open = &mut self.team.hours[*task as usize][Who::Open as usize];
                *open = open.and(moved);
            }
        }
    }

    /// Lets those hired full time take what nobody else can be paid for, as far as their post goes. A part-time post that a
    /// budget pays for stays as long as it was priced, and whoever holds both roles keeps the balance of the two.
    fn fill_up(&mut self, cap: Cap) {
        for (who, given_up) in
            [(Who::SocialMediaManager, &GIVEN_UP_SMM), (Who::CommunityManager, &GIVEN_UP_CM)]
        {
            let people = self.team.people(who);
            let priced = cap.managers.is_some() && cap.everybody != cap.managers || cap.hours.is_some();
            if people == 0 || priced && self.team.share(who) < PART_TIME_BELOW {
                continue;
            }
            let post = Hours(self.full().0.saturating_mul(people));
            let mut free = post.less(self.team.total(who));
            // What it would give up last it takes first.
            for task in given_up.iter().rev() {
                let open = &mut self.team.hours[*task as usize][Who::Open as usize];
                let taken = (*open).min(free);
                *open = open.less(taken);
                free = free.less(taken);
                let own = &mut self.team.hours[*task as usize][who as usize];
                *own = own.and(taken);
            }
        }
    }
}
