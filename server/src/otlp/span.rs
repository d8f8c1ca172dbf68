//! A span, and how OTLP writes it in JSON (opentelemetry-proto: ids in hexadecimal, 64-bit numbers as text).

use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};

/// On which side of an exchange a span is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// Work within the process.
    Internal,
    /// A request that came in.
    Server,
    /// A message that went out.
    Producer,
}

impl Kind {
    /// As the protocol numbers them.
    const fn number(self) -> u8 {
        match self {
            Self::Internal => 1,
            Self::Server => 2,
            Self::Producer => 4,
        }
    }
}

/// Something that took time.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Span {
    /// The same for all spans of one request.
    pub(super) trace: [u8; 16],
    /// Its own.
    pub(super) id: [u8; 8],
    /// The span it is part of.
    pub(super) parent: Option<[u8; 8]>,
    /// What it is, without any value in it.
    pub(super) name: String,
    /// On which side.
    pub(super) kind: Kind,
    /// When it began.
    pub(super) began: SystemTime,
    /// When it ended.
    pub(super) ended: SystemTime,
    /// What is known of it; texts or numbers.
    pub(super) attributes: Vec<(&'static str, Value)>,
    /// Whether we failed; a refusal is no failure.
    pub(super) failed: bool,
}

/// The process that made the spans.
pub(super) struct Resource {
    /// Tells this run from others.
    pub(super) instance: String,
}

/// A batch as the body of a request.
pub(super) fn document(resource: &Resource, spans: &[Span]) -> Value {
    let version = json!(env!("CARGO_PKG_VERSION"));
    let about = [
        ("service.name", json!("obole")),
        ("service.version", version.clone()),
        ("service.instance.id", json!(resource.instance)),
    ];
    json!({ "resourceSpans": [{
        "resource": { "attributes": attributes(&about) },
        "scopeSpans": [{
            "scope": { "name": "obole", "version": version },
            "spans": spans.iter().map(written).collect::<Vec<_>>(),
        }],
    }] })
}

fn written(span: &Span) -> Value {
    let mut value = json!({
        "traceId": hex(&span.trace),
        "spanId": hex(&span.id),
        "name": span.name,
        "kind": span.kind.number(),
        "startTimeUnixNano": nanoseconds(span.began),
        "endTimeUnixNano": nanoseconds(span.ended),
        "attributes": attributes(&span.attributes),
        "status": { "code": if span.failed { 2 } else { 0 } },
    });
    if let Some(parent) = &span.parent {
        value["parentSpanId"] = json!(hex(parent));
    }
    value
}

fn attributes(all: &[(&'static str, Value)]) -> Vec<Value> {
    let one = |(key, value): &(&'static str, Value)| match value {
        Value::Number(number) => json!({ "key": key, "value": { "intValue": number.to_string() } }),
        other => json!({ "key": key, "value": { "stringValue": other } }),
    };
    all.iter().map(one).collect()
}

fn nanoseconds(at: SystemTime) -> String {
    at.duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos().to_string()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_span_is_written_as_the_protocol_says() {
        let span = Span {
            trace: [0xab; 16],
            id: [1; 8],
            parent: Some([2; 8]),
            name: "decided".to_owned(),
            kind: Kind::Internal,
            began: UNIX_EPOCH + Duration::from_secs(1_700_000_000),
            ended: UNIX_EPOCH + Duration::from_millis(1_700_000_000_250),
            attributes: vec![("obole.outcome", json!("done")), ("tries", json!(3))],
            failed: false,
        };
        let document = document(&Resource { instance: "one".to_owned() }, &[span]);
        let resource = &document["resourceSpans"][0]["resource"]["attributes"];
        assert_eq!(
            resource[0],
            json!({ "key": "service.name", "value": { "stringValue": "obole" } })
        );
        assert_eq!(
            document["resourceSpans"][0]["scopeSpans"][0]["spans"],
            json!([{
                "traceId": "abababababababababababababababab",
                "spanId": "0101010101010101",
                "name": "decided",
                "kind": 1,
                "startTimeUnixNano": "1700000000000000000",
                "endTimeUnixNano": "1700000000250000000",
                "attributes": [
                    { "key": "obole.outcome", "value": { "stringValue": "done" } },
                    { "key": "tries", "value": { "intValue": "3" } },
                ],
                "status": { "code": 0 },
                "parentSpanId": "0202020202020202",
            }])
        );
    }
}
