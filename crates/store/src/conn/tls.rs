//! How to reach PostgreSQL: the address, and TLS by rustls.
//!
//! Certificates are always checked. Without `sslmode` in the address a server on this machine is reached in clear and
//! any other only by TLS: nothing is ever "preferred", which would let whoever is in between choose.

use crate::conn::pg::Target;
use crate::error::{Error, Result};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio_postgres::config::{Host, SslMode};
use tokio_postgres_rustls::MakeRustlsConnect;

/// Session settings. No statement and no lock is waited for without end. Plans are made once and by index: every
/// statement finds its rows by one, and planning a small statement anew costs more than running it.
const OPTIONS: &str = "-c lock_timeout=15s -c statement_timeout=120s -c idle_in_transaction_session_timeout=120s \
     -c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c jit=off";

/// Reads an address; `authorities` is a PEM file of certificate authorities in place of the system's.
pub(crate) fn target(url: &str, authorities: Option<&Path>) -> Result<Target> {
    let mut config: tokio_postgres::Config = url
        .parse()
        .map_err(|_| Error::Address("a PostgreSQL address does not parse"))?;
    if !url.contains("sslmode=") {
        let here = config.get_hosts().iter().all(is_here);
        config.ssl_mode(if here {
            SslMode::Disable
        } else {
            SslMode::Require
        });
    } else if config.get_ssl_mode() == SslMode::Prefer {
        return Err(Error::Address(
            "sslmode is disable or require; prefer protects nothing",
        ));
    }
    let options = match config.get_options() {
        Some(own) => format!("{OPTIONS} {own}"),
        None => OPTIONS.to_owned(),
    };
    config.options(options);
    config.application_name("safeconduct");
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(Duration::from_secs(5));
    }
    let roots = match config.get_ssl_mode() {
        SslMode::Disable => RootCertStore::empty(),
        _ => roots(authorities)?,
    };
    Ok(Target {
        config,
        tls: connector(roots)?,
    })
}

fn is_here(host: &Host) -> bool {
    match host {
        Host::Tcp(name) => {
            name == "localhost"
                || name
                    .parse()
                    .is_ok_and(|ip: std::net::IpAddr| ip.is_loopback())
        }
        #[cfg(unix)]
        Host::Unix(_) => true,
    }
}

fn roots(authorities: Option<&Path>) -> Result<RootCertStore> {
    let mut roots = RootCertStore::empty();
    if let Some(file) = authorities {
        let certificates =
            CertificateDer::pem_file_iter(file).map_err(|error| Error::Tls(error.to_string()))?;
        for certificate in certificates {
            let certificate = certificate.map_err(|error| Error::Tls(error.to_string()))?;
            roots
                .add(certificate)
                .map_err(|error| Error::Tls(error.to_string()))?;
        }
    } else {
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    }
    if roots.is_empty() {
        return Err(Error::Tls("no certificate authority is known".into()));
    }
    Ok(roots)
}

fn connector(roots: RootCertStore) -> Result<MakeRustlsConnect> {
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| Error::Tls(error.to_string()))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(MakeRustlsConnect::new(config))
}
