//! Attack 14, in small: no nonce comes twice, also when many threads seal at once.

use crate::common::record_place;
use safeconduct_vault::document::Sealer;
use safeconduct_vault::record::RecordKey;
use safeconduct_vault::secret::Key32;
use std::collections::HashSet;

const THREADS: u64 = 4;
const EACH: u64 = 50_000;

fn repeats<T: std::hash::Hash + Eq>(nonces: &[T]) -> usize {
    nonces.len() - nonces.iter().collect::<HashSet<_>>().len()
}

#[test]
fn no_nonce_comes_twice() {
    let key = RecordKey::new(&Key32::fresh());
    let seal = |seq| -> [u8; 12] {
        key.seal(&record_place(seq), b"").unwrap()[1..13]
            .try_into()
            .unwrap()
    };
    let mut nonces: Vec<[u8; 12]> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS)
            .map(|_| scope.spawn(|| (0..EACH).map(seal).collect::<Vec<_>>()))
            .collect();
        threads
            .into_iter()
            .flat_map(|thread| thread.join().unwrap())
            .collect()
    });
    let found = repeats(&nonces);
    nonces.push(nonces[7]);
    let control = repeats(&nonces);
    println!(
        "vault: nonces of records: drawn {}, repeats {found} (control: 1 planted, {control} found)",
        THREADS * EACH
    );
    assert_eq!((found, control), (0, 1));
}

#[test]
fn every_document_starts_with_another_prefix() {
    let key = Key32::fresh();
    let prefix = |seq| -> [u8; 7] {
        let mut out = Vec::new();
        let mut sealer = Sealer::new(&key, &record_place(seq));
        sealer.end(&mut out).unwrap().unwrap();
        out[1..8].try_into().unwrap()
    };
    assert_eq!(repeats(&(0..5_000).map(prefix).collect::<Vec<_>>()), 0);
}
