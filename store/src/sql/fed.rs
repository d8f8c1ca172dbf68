//! What a statement is fed with.

use super::wire::Bind;
use super::{Feed, Param, Result, Value, ValueRef};

/// What a statement is fed with, by columns.
pub(super) struct Fed {
    columns: Vec<Vec<Value>>,
    pub(super) count: usize,
}

impl Fed {
    pub(super) fn take(
        width: usize,
        feed: impl FnOnce(&mut Feed<'_>) -> Result<()>,
    ) -> Result<Self> {
        let mut fed = Self { columns: (0..width).map(|_| Vec::new()).collect(), count: 0 };
        feed(&mut |params| {
            for (column, param) in fed.columns.iter_mut().zip(params) {
                column.push(param.value().into());
            }
            fed.count += 1;
            Ok(())
        })?;
        Ok(fed)
    }

    pub(super) fn columns(&self) -> Vec<Vec<Bind<'_>>> {
        self.columns
            .iter()
            .map(|one| one.iter().map(|value| Bind(value.as_ref())).collect())
            .collect()
    }

    pub(super) fn row(&self, index: usize) -> Vec<Bind<'_>> {
        let columns = self.columns.iter();
        columns.map(|one| Bind(one.get(index).map_or(ValueRef::Null, Value::as_ref))).collect()
    }
}

pub(super) fn bound<'p>(params: &'p [&'p dyn Param]) -> Vec<Bind<'p>> {
    params.iter().map(|param| Bind(param.value())).collect()
}
