//! The ids of the messages of the built-in catalogue, and their texts: made by the build script from `data/messages/`.

use super::Message;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));
