//! A made-up journal as it would stand in a database, and a small repeatable source of numbers.

use safeconduct_domain::compartment::{Class, Compartment};
use safeconduct_domain::id::{CaseId, CourierId, GroupId, UserId};
use safeconduct_journal::{
    Checkpoint, Detail, Frontier, Head, Header, MAC_LEN, MacKey, Report, Scope, SigningKey, Stored,
    Verifier, hash,
};

pub const ORIGIN: &str = "safeconduct.example/journal";

pub fn mac_key() -> MacKey {
    MacKey::from_bytes(&[0x4d; 32])
}

pub fn signer() -> SigningKey {
    SigningKey::from_seed(ORIGIN, &[0x53; 32]).unwrap()
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers in every run.
pub struct Numbers(pub u64);

impl Numbers {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`, which is not 0.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    pub fn id(&mut self) -> [u8; 16] {
        (u128::from(self.next()) << 64 | u128::from(self.next())).to_be_bytes()
    }

    pub fn bytes(&mut self, len: usize) -> Vec<u8> {
        (0..len).map(|_| self.next() as u8).collect()
    }

    pub fn scope(&mut self) -> Scope {
        match self.below(6) {
            0 => Scope::Directory,
            1 => Scope::Courier {
                courier: self.courier(),
                to: GroupId::from_bytes(self.id()),
                case: None,
            },
            2 => Scope::Courier {
                courier: self.courier(),
                to: GroupId::from_bytes(self.id()),
                case: Some(CaseId::from_bytes(self.id())),
            },
            _ => Scope::Case {
                case: CaseId::from_bytes(self.id()),
                compartment: Compartment::ALL[self.below(5)],
                version: self.next() as u32,
            },
        }
    }

    pub fn courier(&mut self) -> CourierId {
        CourierId::from_bytes(self.id())
    }

    /// A header with its MAC, and the sealed bytes it names.
    pub fn entry(&mut self, seq: u64, at_ms: i64) -> Row {
        let body_len = 29 + self.below(100);
        let body = self.bytes(body_len);
        let detail = (self.below(3) == 0).then(|| self.bytes(45));
        let header = Header {
            seq,
            at_ms,
            group: GroupId::from_bytes(self.id()),
            actor: UserId::from_bytes(self.id()),
            class: Class::ALL[self.below(8)],
            scope: self.scope(),
            body_sha256: hash::sha256(&body),
            detail: detail.as_deref().map(|bytes| Detail {
                courier: self.courier(),
                sha256: hash::sha256(bytes),
            }),
            mac: [0; MAC_LEN],
        };
        Row::new(&header.signed(&mac_key()), body, detail)
    }
}

/// A row of the table, owned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub seq: i64,
    pub case: Option<Vec<u8>>,
    pub group: Vec<u8>,
    pub actor: Vec<u8>,
    pub at_ms: i64,
    pub class: i64,
    pub header: Vec<u8>,
    pub body: Vec<u8>,
    pub detail: Option<Vec<u8>>,
}

impl Row {
    /// The row that a header and its sealed bytes give.
    pub fn new(header: &Header, body: Vec<u8>, detail: Option<Vec<u8>>) -> Self {
        Self {
            seq: header.seq.cast_signed(),
            case: header.case().map(|case| case.as_bytes().to_vec()),
            group: header.group.as_bytes().to_vec(),
            actor: header.actor.as_bytes().to_vec(),
            at_ms: header.at_ms,
            class: header.class.code().into(),
            header: header.to_bytes(),
            body,
            detail,
        }
    }

    pub fn header(&self) -> Header {
        Header::from_bytes(&self.header).unwrap()
    }

    /// Changes the header and lets everything that needs no key follow it.
    pub fn edit(&mut self, change: impl FnOnce(&mut Header)) {
        let mut header = self.header();
        change(&mut header);
        *self = Self::new(&header, self.body.clone(), self.detail.clone());
    }

    pub fn stored(&self) -> Stored<'_> {
        Stored {
            seq: self.seq,
            case: self.case.as_deref(),
            group: &self.group,
            actor: &self.actor,
            at_ms: self.at_ms,
            class: self.class,
            header: &self.header,
            body: &self.body,
            detail: self.detail.as_deref(),
        }
    }
}

/// Everything the database holds of a journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Journal {
    pub rows: Vec<Row>,
    pub notes: Vec<String>,
    pub size: i64,
    pub frontier: Vec<u8>,
    pub mac: Vec<u8>,
}

impl Journal {
    /// A genuine one, with a stored checkpoint every ten entries and one at the end.
    pub fn genuine(size: usize) -> Self {
        let mut numbers = Numbers(size as u64);
        let rows: Vec<Row> = (0..size)
            .map(|seq| numbers.entry(seq as u64, 1_792_000_000_000 + 250 * (seq as i64 / 2)))
            .collect();
        let mut journal = Self {
            rows,
            notes: Vec::new(),
            size: 0,
            frontier: Vec::new(),
            mac: Vec::new(),
        };
        journal.notes = (1..=size)
            .filter(|at| at % 10 == 0 || *at == size)
            .map(|at| Checkpoint::sign(&journal.tree(at), &signer()).unwrap())
            .collect();
        journal.repair_head(Some(&mac_key()));
        journal
    }

    /// The tree of the first rows.
    pub fn tree(&self, size: usize) -> Frontier {
        let mut frontier = Frontier::new();
        self.rows[..size]
            .iter()
            .for_each(|row| frontier.push(hash::leaf(&row.header)));
        frontier
    }

    /// Makes the head fit the rows; without the key, the MAC stays as it was.
    pub fn repair_head(&mut self, key: Option<&MacKey>) {
        let tree = self.tree(self.rows.len());
        self.size = self.rows.len() as i64;
        self.frontier = tree.to_bytes();
        if let Some(key) = key {
            self.mac = key.head(&tree).to_vec();
        }
    }

    /// Numbers the rows anew; with the key, also gives the headers and the head their MACs.
    pub fn repair(&mut self, key: Option<&MacKey>) {
        for (seq, row) in self.rows.iter_mut().enumerate() {
            row.edit(|header| {
                header.seq = seq as u64;
                if let Some(key) = key {
                    header.mac = key.entry(header);
                }
            });
        }
        self.repair_head(key);
    }

    pub fn verify(&self, mac: Option<MacKey>, kept: &[String]) -> Report {
        let mut verifier = Verifier::new(mac, signer().verifying_key().clone());
        self.notes
            .iter()
            .for_each(|note| _ = verifier.checkpoint(note));
        kept.iter()
            .for_each(|note| _ = verifier.kept_checkpoint(note));
        self.rows
            .iter()
            .for_each(|row| _ = verifier.entry(&row.stored()));
        verifier.finish(&Head {
            size: self.size,
            frontier: &self.frontier,
            mac: &self.mac,
        })
    }
}
