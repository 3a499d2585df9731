//! A bar chart of persons by month: a picture with a name and a description, always beside the table of its figures.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::web::i18n::{Lang, t};

/// Height of the tallest bar.
const HEIGHT: u32 = 120;
/// Room for the figures above the bars.
const TOP: u32 = 20;
/// Room for one month.
const STEP: u32 = 54;
/// Width of a bar.
const BAR: u32 = 20;

/// The figures of a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Month {
    /// Year and month, `2026-11`.
    pub(super) month: String,
    /// Persons referred.
    pub(super) referred: u32,
    /// Persons approved.
    pub(super) approved: u32,
    /// Persons refused.
    pub(super) refused: u32,
}

/// A bar with its figure.
struct Bar {
    x: u32,
    y: u32,
    height: u32,
    class: &'static str,
    figure: String,
}

/// A month below its bars.
struct Label {
    x: u32,
    month: String,
    year: String,
}

/// The chart.
#[derive(Template)]
#[template(path = "_tracking-chart.html")]
pub(super) struct Chart {
    lang: Lang,
    width: u32,
    description: String,
    bars: Vec<Bar>,
    labels: Vec<Label>,
}

impl HtmlSafe for Chart {}

impl Chart {
    /// The chart of these months; none without any.
    pub(super) fn new(months: &[Month], lang: Lang) -> Option<Self> {
        let (first, last) = (months.first()?, months.last()?);
        let most = months
            .iter()
            .map(|m| m.referred.max(m.approved))
            .max()?
            .max(1);
        let mut chart = Self {
            lang,
            width: 0,
            description: t(
                lang,
                "tracking-chart-description",
                &[
                    ("from", lang.date_text(&first.month).into()),
                    ("to", lang.date_text(&last.month).into()),
                    ("most", i64::from(most).into()),
                ],
            ),
            bars: Vec::new(),
            labels: Vec::new(),
        };
        for month in months {
            chart.add(month, most);
        }
        Some(chart)
    }

    fn add(&mut self, month: &Month, most: u32) {
        let left = self.width;
        for (at, class, persons) in [(4, "a", month.referred), (4 + BAR + 2, "b", month.approved)] {
            let height = persons * HEIGHT / most;
            self.bars.push(Bar {
                x: left + at,
                y: TOP + HEIGHT - height,
                height,
                class,
                figure: self.lang.number(i64::from(persons)),
            });
        }
        let (year, number) = month.month.split_once('-').unwrap_or((&month.month, ""));
        self.labels.push(Label {
            x: left + STEP / 2 - 2,
            month: number.to_owned(),
            year: year.to_owned(),
        });
        self.width += STEP;
    }

    const fn floor() -> u32 {
        TOP + HEIGHT
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_fit_and_are_in_proportion() {
        let month = |referred, approved| Month {
            referred,
            approved,
            refused: 0,
            month: "2026-03".to_owned(),
        };
        let chart = Chart::new(&[month(100, 50), month(0, 0)], Lang::Fr).unwrap();
        let heights: Vec<_> = chart.bars.iter().map(|b| b.height).collect();
        assert_eq!(heights, [120, 60, 0, 0]);
        assert!(
            chart
                .bars
                .iter()
                .all(|b| b.x + BAR <= chart.width && b.y >= TOP)
        );
        assert!(Chart::new(&[], Lang::En).is_none());
        assert!(Chart::new(&[month(0, 0)], Lang::En).is_some());
        let drawn = chart.render().unwrap();
        assert!(
            drawn.contains("role=\"img\"") && drawn.contains("<title") && drawn.contains("<desc")
        );
    }
}
