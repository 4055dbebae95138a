//! What pay answers hold, in the order in which it is written. Texts are in the language asked for; money is in whole
//! units of its currency, rounded once.

mod band;
mod cost;
mod need;
mod offer;

pub use band::{
    AdjustmentView, AgreementLevel, AgreementView, BandAsked, BandCause, BandConfidence, BandRow, BandTable,
    BandView, Component, Contribution, Derivation, DifferentialView, HoldsFor, Interval, LeftOut,
    LegalMinimum, LevelBand, MarketBand, MethodView, NearestBand, Said, SalaryBand,
};
pub use cost::{Alternative, AlternativeKind, CostItem, CostRange, EmployerCost, Payer};
pub use need::{
    BudgetOption, BudgetOptionKind, LevelComparison, PayComparison, PaySummary, PositionPay, Purchase,
    WhatBudgetBuys,
};
pub use offer::{
    Aim, Difference, Distance, Measured, OfferAssessment, Package, PercentileRange, Position, Reading,
};
