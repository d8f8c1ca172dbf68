//! The small words by what they do, for the reference page; the grammar itself never reads this.

use super::lexicon::Class;
use super::vocabulary::SMALL;

/// What the words of a class do.
const TITLES: &[(Class, &str)] = &[
    (Class::JOIN, "join a verb, an amount and a recipient"),
    (Class::FROM, "name who is to pay"),
    (Class::INTO, "join a total and a number of shares"),
    (Class::EACH, "each recipient gets the whole amount"),
    (Class::PURPOSE, "begin what it is for"),
    (Class::POLITE, "are polite, and change nothing"),
    (Class::ABOUT, "make an amount uncertain: asked about"),
    (Class::MORE, "more or less than a number: asked about"),
    (Class::THAN, "follow those"),
    (Class::OR_SO, "or so, behind an amount: asked about"),
    (Class::MINUS, "less than nothing: asked about"),
    (Class::TIMES, "so many times: asked about"),
    (Class::NOT, "undo an order"),
    (Class::NOT_AFTER, "undo an order from behind its recipient"),
    (Class::OR, "one or the other: asked about"),
    (Class::SCALE, "thousands and the like"),
    (Class::SHARE, "what an envelope is counted in"),
    (Class::WITHOUT_ME, "the author does not share"),
    (Class::RANGE, "from so much to so much: asked about"),
    (Class::BETWEEN, "begin such a range"),
    (Class::ARTICLE, "articles"),
    (Class::TOUCHING, "units only where they touch their number"),
    (Class::REPEATS, "what follows are somebody else's words"),
    (Class::ME, "the author"),
    (Class::IF, "make an order hang on something: not done"),
];

/// What small words do, and the words, in all languages together.
pub fn small_words() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    SMALL.iter().map(|(class, words)| {
        let title = TITLES.iter().find(|(known, _)| known == class);
        (title.map_or("several of these", |(_, title)| *title), *words)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_of_small_words_has_a_title() {
        for (title, words) in small_words() {
            assert_ne!(title, "several of these", "{words:?}");
        }
    }
}
