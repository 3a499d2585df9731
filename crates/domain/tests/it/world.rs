//! A whole case in a few lines: staff, groups, a policy, and a log that only grows by acts that were permitted and decided.

use crate::acts;
use jiff::civil::{Date, date};
use safeconduct_domain::access::{Action, Actor, Denied, Permit, Role, permit};
use safeconduct_domain::act::Act;
use safeconduct_domain::case::{Case, Stage};
use safeconduct_domain::decide::{Context, decide};
use safeconduct_domain::decision::{Delegation, POWER_TO_DECIDE};
use safeconduct_domain::event::{Event, Stamp};
use safeconduct_domain::id::{CaseId, GroupId, ItemId, PersonId, UserId};
use safeconduct_domain::letter::Made;
use safeconduct_domain::likeness::Sought;
use safeconduct_domain::policy::Policy;
use safeconduct_domain::refused::Refused;

pub const TODAY: Date = date(2026, 11, 22);

/// The partner's caseworkers, the centre, the office the case goes to, and somebody else's group.
pub const PARTNER: GroupId = GroupId::from_bytes([0xA1; 16]);
pub const CENTRE: GroupId = GroupId::from_bytes([0xB2; 16]);
pub const OFFICE: GroupId = GroupId::from_bytes([0xC3; 16]);
pub const ELSEWHERE: GroupId = GroupId::from_bytes([0xD4; 16]);
pub const GROUPS: [GroupId; 4] = [PARTNER, CENTRE, OFFICE, ELSEWHERE];

pub const COLLEAGUES: [UserId; 2] = [
    UserId::from_bytes([0x54; 16]),
    UserId::from_bytes([0x55; 16]),
];

/// Somebody in a role, acting for a group.
pub fn staff(user: u8, group: GroupId, role: Role) -> Actor {
    let organisation = match role {
        Role::Caseworker | Role::Supervisor => "fld",
        _ => "ircc",
    };
    Actor {
        user: UserId::from_bytes([user; 16]),
        group,
        organisation: organisation.into(),
        role,
        delegations: vec![],
    }
}

pub fn caseworker() -> Actor {
    staff(0x51, PARTNER, Role::Caseworker)
}
pub fn supervisor() -> Actor {
    staff(0x52, PARTNER, Role::Supervisor)
}
pub fn clerk() -> Actor {
    staff(0x53, CENTRE, Role::IntakeOfficer)
}
pub fn officer() -> Actor {
    staff(0x54, OFFICE, Role::MigrationOfficer)
}

/// An officer with a delegation that holds today.
pub fn decider() -> Actor {
    let delegation = Delegation {
        from: date(2026, 1, 1),
        to: None,
        power: POWER_TO_DECIDE.into(),
    };
    Actor {
        delegations: vec![delegation],
        ..staff(0x55, OFFICE, Role::DesignatedOfficer)
    }
}

#[derive(Clone)]
pub struct World {
    pub policy: Policy,
    pub today: Date,
    pub id: CaseId,
    pub log: Vec<(Stamp, Event)>,
    pub intake: Option<GroupId>,
    pub office: Option<GroupId>,
    /// The letter that comes with an act that needs one.
    pub made: Option<Made>,
    /// What the centre's register knows.
    pub sought: Option<Sought>,
}

impl World {
    /// Nothing has happened yet; the policy is the one the program ships.
    pub fn new() -> Self {
        Self::under(Policy::builtin().unwrap(), TODAY)
    }

    pub fn under(policy: Policy, today: Date) -> Self {
        Self {
            policy,
            today,
            id: CaseId::from_bytes([0xCA; 16]),
            log: vec![],
            intake: Some(CENTRE),
            office: Some(OFFICE),
            made: Some(acts::made()),
            sought: Some(acts::sought()),
        }
    }

    pub fn case(&self) -> Case {
        Case::fold(
            self.id,
            self.log.iter().map(|(stamp, event)| (stamp, event)),
        )
    }

    pub fn stage(&self) -> Stage {
        self.case().stage
    }

    /// Midnight of the day, in UTC.
    fn began_ms(&self) -> i64 {
        let midnight = self.today.to_zoned(jiff::tz::TimeZone::UTC).unwrap();
        midnight.timestamp().as_millisecond()
    }

    fn fresh(&self) -> [u8; 16] {
        (self.log.len() as u128 + 1).to_be_bytes()
    }

    pub fn decide_with(
        &self,
        actor: &Actor,
        permit: &Permit,
        case: &Case,
        act: Act,
    ) -> Result<Vec<Event>, Refused> {
        let ctx = Context {
            policy: &self.policy,
            actor,
            today: self.today,
            fresh: self.fresh(),
            intake: self.intake,
            office: self.office,
            colleagues: &COLLEAGUES,
            made: self.made.as_ref(),
            sought: self.sought.as_ref(),
        };
        decide(&ctx, permit, case, act)
    }

    /// What would come of an act; nothing happens. Leave must be granted.
    pub fn attempt(&self, actor: &Actor, act: Act) -> Result<Vec<Event>, Refused> {
        let case = self.case();
        let kind = act.kind();
        let permit = permit(actor, Action::Do(kind), &case)
            .unwrap_or_else(|denied| panic!("{} at {:?}: {denied}", kind.name(), case.stage));
        self.decide_with(actor, &permit, &case, act)
    }

    pub fn denies(&self, actor: &Actor, act: &Act) -> Denied {
        permit(actor, Action::Do(act.kind()), &self.case()).unwrap_err()
    }

    /// Does it.
    pub fn act(&mut self, actor: &Actor, act: Act) -> &mut Self {
        let name = act.kind().name();
        let events = self
            .attempt(actor, act)
            .unwrap_or_else(|refused| panic!("{name}: {refused} {:?}", refused.args));
        assert!(!events.is_empty(), "{name} brings about nothing");
        for event in events {
            self.write(actor, event);
        }
        self
    }

    /// Writes an event as if it had been decided: for states that no act leads to any more.
    pub fn write(&mut self, actor: &Actor, event: Event) {
        let seq = self.log.len() as u64;
        let stamp = Stamp {
            seq,
            at_ms: self.began_ms() + 1_000 * (seq as i64 + 1),
            actor: actor.user,
            group: actor.group,
        };
        self.log.push((stamp, event));
    }

    /// The act is refused by exactly that rule.
    pub fn refuses(&self, actor: &Actor, act: Act, rule: &str) -> Refused {
        let name = act.kind().name();
        let refused = self
            .attempt(actor, act)
            .err()
            .unwrap_or_else(|| panic!("{name} was accepted; {rule} should refuse it"));
        assert_eq!(refused.rule, rule, "{name}: {refused} {:?}", refused.args);
        refused
    }

    pub fn principal(&self) -> PersonId {
        self.case().referral.principal().unwrap().id
    }

    /// The person with those given names.
    pub fn person(&self, given: &str) -> PersonId {
        let case = self.case();
        let found = case
            .referral
            .present()
            .find(|p| p.details.given_names == given);
        found
            .unwrap_or_else(|| panic!("nobody is called {given}"))
            .id
    }

    /// A complete referral, prepared by the caseworker.
    pub fn prepared(mut self) -> Self {
        let by = caseworker();
        self.act(&by, acts::open());
        for act in acts::everything_about_the_claim() {
            self.act(&by, act);
        }
        for details in acts::family() {
            self.act(&by, Act::AddPerson(details));
        }
        self.supply();
        self
    }

    /// Everything the checklist still asks for, person by person.
    pub fn supply(&mut self) -> &mut Self {
        let by = caseworker();
        let persons: Vec<_> = self.case().referral.travelling().cloned().collect();
        if !self
            .case()
            .referral
            .in_hand()
            .any(|d| d.kind == "application-form")
        {
            let form = acts::document(self.log.len(), "application-form", None);
            self.act(&by, form);
        }
        for person in persons {
            self.act(&by, acts::consent(person.id));
            for kind in ["photo", "identity"] {
                let document = acts::document(self.log.len(), kind, Some(person.id));
                self.act(&by, document);
            }
        }
        self
    }

    pub fn awaiting_approval(self) -> Self {
        let mut world = self.prepared();
        world.act(&caseworker(), Act::RequestApproval {});
        world
    }

    pub fn attested(self) -> Self {
        let mut world = self.awaiting_approval();
        world.act(&supervisor(), acts::attest());
        world
    }

    pub fn submitted(self) -> Self {
        let mut world = self.attested();
        world.act(&caseworker(), Act::Submit {});
        world
    }

    pub fn held(self) -> Self {
        let mut world = self.submitted();
        world.act(&clerk(), acts::hold());
        world
    }

    pub fn file_created(self) -> Self {
        let mut world = self.submitted();
        world.act(&clerk(), Act::AcceptReferral {});
        world
    }

    pub fn in_transfer(self) -> Self {
        let mut world = self.file_created();
        world.act(&clerk(), acts::office());
        world.act(&clerk(), Act::Transfer {});
        world
    }

    pub fn assessment(self) -> Self {
        let mut world = self.in_transfer();
        world.act(&officer(), Act::AcceptTransfer {});
        world
    }

    /// Everybody heard, every element met, every check passed.
    pub fn assessed(self) -> Self {
        let mut world = self.assessment();
        world.hear();
        world.close_tasks();
        world
    }

    pub fn hear(&mut self) -> &mut Self {
        self.act(&officer(), acts::plan())
            .act(&officer(), acts::notes())
    }

    /// Closes every open task of everybody in the application.
    pub fn close_tasks(&mut self) -> &mut Self {
        let persons: Vec<_> = self.case().referral.travelling().map(|p| p.id).collect();
        for person in persons {
            let case = self.case();
            let tasks =
                safeconduct_domain::tasks::of_person(&self.policy, &case, person, self.today);
            for task in tasks.iter().filter(|t| t.open()) {
                let act = acts::close(&self.policy, self.today, person, &task.id);
                self.act(&officer(), act);
            }
        }
        self
    }

    /// A worksheet on the person with every element matched and the partner asked; nothing is concluded.
    pub fn worksheet(&mut self, person: PersonId) -> ItemId {
        self.act(&officer(), acts::conviction(person));
        let id = self.case().convictions.last().unwrap().id;
        self.act(&officer(), acts::equivalence(id, "matched"));
        self.act(&officer(), acts::context(id));
        id
    }

    /// Found inadmissible for serious criminality: a worksheet says so, and its check with it.
    pub fn convicted(&mut self, person: PersonId) -> &mut Self {
        let id = self.worksheet(person);
        let concern = acts::check(person, "serious-criminality", "concern");
        self.act(&officer(), concern)
            .act(&officer(), acts::conclude(id, "serious-criminality"))
    }

    pub fn decided(self) -> Self {
        let mut world = self.assessed();
        let case = world.case();
        for person in case.referral.travelling() {
            world.act(&decider(), acts::approve(person.id));
        }
        world
    }

    /// By whoever holds it.
    pub fn withdrawn(mut self) -> Self {
        let by = match self.case().holder {
            Some(CENTRE) => clerk(),
            Some(OFFICE) => officer(),
            _ => caseworker(),
        };
        self.act(&by, acts::withdraw());
        self
    }
}
