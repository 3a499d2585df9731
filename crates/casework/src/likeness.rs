//! Other cases of the same person. For the centre's intake alone, across organisations: marks are made and looked for while
//! an intake officer has the referral open, and never else; partners cannot ask, and whoever holds the database and the
//! server's secret cannot either. Inside a partner's group: its own cases beside each other, opened in memory.

use crate::app::App;
use crate::card::open_card;
use crate::case::View;
use crate::clock::day;
use crate::error::{Error, Result};
use crate::session::{Session, Team};
use safeconduct_domain::access::Relation;
use safeconduct_domain::case::Case;
use safeconduct_domain::directory::Purpose;
use safeconduct_domain::id::{CaseId, PersonId, UserId};
use safeconduct_domain::likeness::{Alike, Found, Sought, Why};
use safeconduct_domain::person::Person;
use safeconduct_likeness::Record;
use safeconduct_likeness::compare::Ready;
use safeconduct_likeness::token::{Asked, Tokens};
use safeconduct_store::likeness::Mark;
use safeconduct_store::{Read, Tx};
use safeconduct_vault::likeness::{Marker, RegisterKey};
use safeconduct_vault::place::Place;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// Numbers that are a person's; those of a group and of the partner's own books are shared.
const PERSONAL: [&str; 4] = ["g-number", "uci", "unhcr-individual", "other"];

impl App {
    /// What the register knows of other cases, if the hour's checks are not used up.
    pub(crate) fn seek(
        &self,
        r: &mut Read<'_>,
        team: &Team,
        user: UserId,
        case: &Case,
    ) -> Result<Sought> {
        let now = self.now_ms();
        let checks = r.checks_within_the_hour(user, now)?;
        let terms = self.policy.likeness(day(now));
        let terms = terms.filter(|t| checks < t.checks_an_hour);
        let found = match (terms, r.likeness_key(team.id)?) {
            (Some(terms), Some(sealed)) => {
                let marker = self.marker(team, &sealed)?;
                let mut found = BTreeMap::new();
                for person in case.referral.present() {
                    let tokens = Tokens::of(&record(case, person));
                    for (other, why) in alike(r, &marker, case, &tokens, terms.shared)? {
                        if why.counts(&terms.counts) {
                            let person = person.id;
                            let people: &mut Vec<Alike> = found.entry(other).or_default();
                            people.push(Alike { person, why });
                        }
                    }
                }
                self.named(r, team, found)?
            }
            _ => Vec::new(),
        };
        Ok(Sought { found, checks })
    }

    /// Keeps the marks of a case that was checked, instead of those of before, and counts the check.
    pub(crate) fn keep_marks(
        &self,
        tx: &mut Tx<'_>,
        team: &Team,
        user: UserId,
        case: &Case,
        now: i64,
    ) -> Result<()> {
        let Some(id) = case.id else { return Ok(()) };
        let marker = match tx.likeness_key(team.id)? {
            Some(sealed) => self.marker(team, &sealed)?,
            None => {
                let key = RegisterKey::fresh();
                tx.put_likeness_key(team.id, &key.seal(&team.secret)?)?;
                key.marker(&self.keys.pepper)
            }
        };
        let mut marks: Vec<(Mark, PersonId)> = Vec::new();
        for person in case.referral.present() {
            let tokens = Tokens::of(&record(case, person));
            let of_person = tokens.kept().iter().map(|text| marker.mark(text));
            marks.extend(of_person.map(|mark| (mark, person.id)));
        }
        marks.sort_unstable();
        let reference = reference(case).as_bytes();
        let sealed = team.secret.home().seal(&place(team, id), reference)?;
        tx.put_marks(id, &sealed, &marks)?;
        Ok(tx.count_check(user, now)?)
    }

    /// Other cases this partner prepares that may be of the same person, compared as they are. None for anybody else: what a
    /// partner has handed on it cannot open, and what another prepares it never could.
    ///
    /// # Errors
    /// [`Error::NotAdmitted`]; the store's own.
    pub async fn alike_among_own(&self, session: &Arc<Session>, view: &View) -> Result<Vec<Found>> {
        let team = session.team()?;
        let preparing = team.purpose == Purpose::Partner && view.relation == Relation::Holder;
        let terms = self.policy.likeness(self.today());
        let (true, Some(terms)) = (preparing, terms) else {
            return Ok(Vec::new());
        };
        let ready = |case: &Case| -> Vec<(PersonId, Ready)> {
            let persons = case.referral.present();
            // how a partner's people are reached is often the partner itself
            let bare = |p: &Person| Record {
                reach: Vec::new(),
                ..record(case, p)
            };
            persons.map(|p| (p.id, Ready::of(&bare(p)))).collect()
        };
        let ours = ready(&view.case);
        let (counts, spelling) = (terms.counts.clone(), terms.spelling);
        let (app, session, id) = (self.clone(), Arc::clone(session), view.id);
        self.db
            .read(move |r| {
                let team = session.team()?;
                let mut found = Vec::new();
                for other in app.held(r, team)? {
                    if other == id {
                        continue;
                    }
                    // taken in elsewhere, and the notice that says so not read yet
                    let case = match app.fold_of(r, team, other) {
                        Err(Error::Absent) => continue,
                        case => case?,
                    };
                    let theirs = ready(&case);
                    let people = pairs(&ours, &theirs, spelling);
                    let people = people.filter(|alike| alike.why.counts(&counts));
                    let people: Vec<Alike> = people.collect();
                    if !people.is_empty() {
                        found.push(Found {
                            case: other,
                            reference: reference(&case).to_owned(),
                            people,
                        });
                    }
                }
                found.sort_by(|a, b| a.reference.cmp(&b.reference));
                Ok(found)
            })
            .await
    }

    /// The cases a group has not handed on.
    fn held(&self, r: &mut Read<'_>, team: &Team) -> Result<Vec<CaseId>> {
        let (mut held, mut damaged) = (Vec::new(), None);
        r.each_card(team.id, |row| {
            match open_card(team, &row) {
                Ok(card) if !card.gone => held.push(row.case),
                Ok(_) => {}
                Err(error) => damaged = Some(error),
            }
            Ok(())
        })?;
        damaged.map_or(Ok(held), Err)
    }

    fn marker(&self, team: &Team, sealed: &[u8]) -> Result<Marker> {
        let key = RegisterKey::open(&team.secret, sealed)
            .map_err(|_| Error::Damaged("the register's key does not open"))?;
        Ok(key.marker(&self.keys.pepper))
    }

    /// The other cases by their numbers, in the order of those.
    fn named(
        &self,
        r: &mut Read<'_>,
        team: &Team,
        found: BTreeMap<CaseId, Vec<Alike>>,
    ) -> Result<Vec<Found>> {
        let mut named = Vec::with_capacity(found.len());
        for (case, people) in found {
            let sealed = r.likeness_case(case)?.unwrap_or_default();
            let plain = team.secret.home().open(&place(team, case), &sealed);
            let plain =
                plain.map_err(|_| Error::Damaged("a line of the register does not open"))?;
            named.push(Found {
                case,
                reference: String::from_utf8_lossy(&plain).into_owned(),
                people,
            });
        }
        named.sort_by(|a, b| a.reference.cmp(&b.reference));
        Ok(named)
    }
}

fn reference(case: &Case) -> &str {
    let open = case.referral.open.as_ref();
    open.map_or("", |open| open.reference.as_str())
}

/// Each of our persons beside the person of another case that is most like them.
fn pairs<'r>(
    ours: &'r [(PersonId, Ready)],
    theirs: &'r [(PersonId, Ready)],
    spelling: u32,
) -> impl Iterator<Item = Alike> + 'r {
    ours.iter().filter_map(move |(person, one)| {
        let each = theirs.iter().map(|(_, other)| one.why(other, spelling));
        let some = each.filter(|why| !why.agreements.is_empty());
        let why = some.min_by(|a, b| a.agreements.cmp(&b.agreements))?;
        let person = *person;
        Some(Alike { person, why })
    })
}

/// What agrees with each person of other cases, the strongest of each case.
fn alike(
    r: &mut Read<'_>,
    marker: &Marker,
    case: &Case,
    tokens: &Tokens,
    shared: u32,
) -> Result<BTreeMap<CaseId, Why>> {
    let mut asked: HashMap<Mark, Vec<&Asked>> = HashMap::new();
    for one in tokens.asked() {
        asked.entry(marker.mark(&one.text)).or_default().push(one);
    }
    let marks: Vec<Mark> = asked.keys().copied().collect();
    let mut kept = r.marked(&marks)?;
    kept.retain(|kept| Some(kept.case) != case.id);
    let mut whose: HashMap<Mark, BTreeSet<CaseId>> = HashMap::new();
    for kept in &kept {
        whose.entry(kept.mark).or_default().insert(kept.case);
    }
    let many = usize::try_from(shared).unwrap_or(usize::MAX);
    let mut found: BTreeMap<(CaseId, PersonId), Vec<&Asked>> = BTreeMap::new();
    for kept in kept {
        let common = whose
            .get(&kept.mark)
            .is_some_and(|cases| cases.len() > many);
        let of_person = found.entry((kept.case, kept.person)).or_default();
        let asked = asked.get(&kept.mark).into_iter().flatten();
        of_person.extend(asked.filter(|asked| !(common && asked.one_thing())));
    }
    let mut strongest: BTreeMap<CaseId, Why> = BTreeMap::new();
    for ((other, _), found) in found {
        let why = tokens.why(found);
        let stands = strongest.get(&other);
        if stands.is_none_or(|stands| why.agreements < stands.agreements) {
            strongest.insert(other, why);
        }
    }
    Ok(strongest)
}

/// What of a person is compared: names and birth, their numbers, and for the applicant how they are reached.
pub(crate) fn record(case: &Case, person: &Person) -> Record {
    let principal = case.referral.principal().map(|p| p.id) == Some(person.id);
    let theirs = case.intake.numbers.iter().filter(|n| {
        let whose = n.person == Some(person.id) || (n.person.is_none() && principal);
        whose && PERSONAL.contains(&n.kind.as_str())
    });
    let mut record = Record::of(&person.details);
    record.numbers = theirs.map(|n| n.value.clone()).collect();
    if principal {
        let open = case.referral.open.as_ref();
        record
            .numbers
            .extend(open.and_then(|o| o.unhcr_number.clone()));
        let contact = case.referral.contact.iter();
        let ways = contact.flat_map(|c| [c.address.clone(), c.channel.clone()]);
        record.reach = ways.collect();
    }
    record
}

fn place(team: &Team, case: CaseId) -> Place {
    Place::RegisterCase {
        group: team.id,
        epoch: team.secret.epoch(),
        case,
    }
}
