//! `GET /me/archive.json`: everything that is kept about the reader, as one file for them.

use app::store::export::{ExportError, archive};
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::port::Fault;
use std::io::{self, Write};

use crate::State;
use crate::session::{Halt, Member, Page};

/// Where the file stands.
const HERE: &str = "/me/archive.json";

/// Bytes of the largest file that is handed out here; of about fifty thousand payments. A larger one the operator
/// exports.
const BYTES_MAX: usize = 32 * 1024 * 1024;

pub(super) fn routes() -> Router<State> {
    Router::new().route(HERE, get(file))
}

/// The file. It is put together from one snapshot before any of it is sent, so that a slow browser keeps none open.
async fn file(member: Member) -> Page {
    let written = member.visitor.look(|look| {
        let Some(profile) = &look.visitor.profile else { return Ok(None) };
        let mut out = Bounded(Vec::new());
        match archive(look.read, profile, &mut out) {
            Ok(()) => Ok(Some(Ok(out.0))),
            Err(ExportError::Write(_)) => Ok(Some(Err(TooMuch))),
            Err(ExportError::Fault(fault)) => Err::<_, Fault>(fault),
        }
    });
    let bytes = written.await?.ok_or(Halt::SignIn)?.map_err(|TooMuch| Halt::TooLarge)?;
    let mut response: Response = Body::from(bytes).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    let name = HeaderValue::from_static("attachment; filename=\"obole-archive.json\"");
    headers.insert(header::CONTENT_DISPOSITION, name);
    Ok(response)
}

/// A file that would be larger than [`BYTES_MAX`].
struct TooMuch;

/// Bytes in memory, up to [`BYTES_MAX`].
struct Bounded(Vec<u8>);

impl Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len().saturating_add(bytes.len()) > BYTES_MAX {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
