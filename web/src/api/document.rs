//! What the API says of itself: OpenAPI 3.1 and a page to read, both made from the handlers' own types.

use std::fmt::Write as _;
use std::sync::LazyLock;

use axum::http::header;
use axum::response::IntoResponse;
use serde_json::{Map, Value, json};
use utoipa::OpenApi;

use super::{
    answer, keys, members, payment_list, payments, posts, problem, requests, schedules, wallets,
    webhooks,
};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Obole",
        version = "1",
        description = "Payments by posts, for programs.",
        license(name = "Apache-2.0 OR MIT")
    ),
    paths(
        posts::create,
        payment_list::list,
        payments::create,
        payments::show,
        payments::cancel,
        requests::list,
        requests::create,
        requests::show,
        requests::decline,
        requests::withdraw,
        requests::remind,
        wallets::list,
        wallets::lines,
        members::list,
        members::show,
        members::freeze,
        members::release,
        keys::list,
        keys::create,
        keys::revoke,
        webhooks::list,
        webhooks::create,
        webhooks::rotate,
        webhooks::remove,
        webhooks::deliveries,
        webhooks::replay,
        schedules::list,
        schedules::create,
        schedules::show,
        schedules::runs,
        schedules::pause,
        schedules::resume,
        schedules::end,
    ),
    components(schemas(answer::AnswerBody, problem::ProblemBody))
)]
struct Document;

/// Problems that any call may end in.
const PROBLEMS: [(&str, &str); 11] = [
    ("400", "The body, a header or the query makes no sense."),
    ("401", "No signature, a wrong one, one that is too old, or a key that has ended."),
    ("403", "The key may not do this; the detail says which scope is missing."),
    ("404", "Not there, or none of this key's business."),
    ("409", "A request with this Idempotency-Key is still running: send the same again."),
    ("413", "The body is longer than 64 KiB."),
    ("415", "The body is not application/json."),
    ("422", "Refused by the rules, or the Idempotency-Key was used for another request."),
    ("429", "Too fast: send the same again after Retry-After."),
    ("500", "A mistake of the service; nothing has moved."),
    ("503", "Busy: send the same again after Retry-After."),
];

static BUILT: LazyLock<Value> = LazyLock::new(|| {
    let mut document = serde_json::to_value(Document::openapi()).expect("a document is JSON");
    document["components"]["securitySchemes"] = json!({ "signature": {
        "type": "apiKey", "in": "header", "name": "Obole-Signature",
        "description": "key=<id>,t=<unix seconds>,v1=<HMAC-SHA256 in hexadecimal>"
    } });
    let paths = document["paths"].as_object_mut().into_iter().flat_map(Map::values_mut);
    for operation in paths.filter_map(Value::as_object_mut).flat_map(Map::values_mut) {
        for (status, says) in PROBLEMS {
            operation["responses"][status] = json!({
                "description": says,
                "content": { "application/problem+json": {
                    "schema": { "$ref": "#/components/schemas/Problem" }
                } }
            });
        }
    }
    document
});

/// The API in OpenAPI 3.1.
#[must_use]
pub fn openapi() -> &'static Value {
    &BUILT
}

/// `GET /v1/openapi.json`.
pub(crate) async fn show() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "application/json")], BUILT.to_string())
}

/// The API as a page to read, in Markdown.
#[must_use]
pub fn reference() -> String {
    let mut page = String::from(
        "# The API, call by call\n\nMade from the code; the same for programs is `GET /v1/openapi.json`. \
         [The API](../api.md) says how to sign and what to do about problems.\n",
    );
    let paths = BUILT["paths"].as_object().into_iter().flatten();
    for (path, methods) in paths {
        for (method, operation) in methods.as_object().into_iter().flatten() {
            call(&mut page, method, path, operation);
        }
    }
    page
}

fn call(page: &mut String, method: &str, path: &str, operation: &Value) {
    let said = |name: &str| operation[name].as_str().unwrap_or_default();
    let scope = operation["security"][0]["signature"][0].as_str().unwrap_or_default();
    let method = method.to_uppercase();
    let written = write!(
        page,
        "\n## {}\n\n`{method} {path}`, scope `{scope}`. {}\n",
        said("summary"),
        said("description").replace('\n', " ")
    );
    written.expect("writing into a string cannot fail");
    let parameters = operation["parameters"].as_array().map(Vec::as_slice).unwrap_or_default();
    if !parameters.is_empty() {
        page.push_str("\n| parameter | where | what |\n| --- | --- | --- |\n");
    }
    for parameter in parameters {
        let said = |name: &str| parameter[name].as_str().unwrap_or_default();
        let must = if parameter["required"] == true { "" } else { ", may be left out" };
        let row = format!(
            "| `{}` | {}{must} | {} |\n",
            said("name"),
            said("in"),
            said("description").replace('\n', " ")
        );
        page.push_str(&row);
    }
    let body = &operation["requestBody"]["content"]["application/json"]["schema"];
    example(page, "Sent", body);
    let responses = operation["responses"].as_object().into_iter().flatten();
    for (status, response) in responses.filter(|(status, _)| status.starts_with('2')) {
        let says = response["description"].as_str().unwrap_or_default();
        page.push_str(&format!("\n{status}: {says}\n"));
        example(page, "Answered", &response["content"]["application/json"]["schema"]);
    }
}

/// The fields of a schema, and its example.
fn example(page: &mut String, title: &str, schema: &Value) {
    let Some(name) = schema["$ref"].as_str().and_then(|name| name.rsplit('/').next()) else {
        return;
    };
    let schema = &BUILT["components"]["schemas"][name];
    page.push_str(&format!("\n{title} (`{name}`):\n\n| field | what |\n| --- | --- |\n"));
    for (field, about) in schema["properties"].as_object().into_iter().flatten() {
        let says = about["description"].as_str().unwrap_or_default().replace('\n', " ");
        let kind = kind(about);
        let must = schema["required"].as_array().is_some_and(|all| all.contains(&json!(field)));
        let may = if must { "" } else { ", may be left out" };
        let row = [kind + may, says].join(". ");
        page.push_str(&format!("| `{field}` | {} |\n", row.trim_end_matches([' ', '.'])));
    }
    if !schema["example"].is_null() {
        page.push_str(&format!("\n    {}\n", schema["example"]));
    }
}

fn kind(about: &Value) -> String {
    let named = about["$ref"].as_str().and_then(|name| name.rsplit('/').next());
    match (&about["type"], named) {
        (Value::String(kind), _) if kind == "array" => format!("list of {}", kind_of_items(about)),
        (Value::String(kind), _) => kind.clone(),
        (Value::Array(kinds), _) => {
            kinds.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" or ")
        }
        (_, Some(name)) => format!("`{name}`"),
        _ => "object".to_owned(),
    }
}

fn kind_of_items(about: &Value) -> String {
    kind(&about["items"])
}
