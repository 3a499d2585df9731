//! The memory of this process, where the system tells.

use std::fs;

/// Forgets the peak so far; gives what the process holds now, in KiB.
pub(super) fn begin() -> Option<f64> {
    fs::write("/proc/self/clear_refs", "5").ok()?;
    line("VmRSS:")
}

/// How far it has grown since at most, in MiB.
pub(super) fn grown(before: f64) -> Option<f64> {
    Some((peak()? - before).max(0.0) / 1024.0)
}

/// The largest since it was last forgotten, in KiB.
pub(super) fn peak() -> Option<f64> {
    line("VmHWM:")
}

fn line(name: &str) -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with(name))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
