//! The ids of the messages of the built-in catalogue, and their texts: made by the build script from `data/messages/`.

// The compiler finds messages that no code names; a build without some part leaves out what only that part says.
#![cfg_attr(not(all(feature = "service", feature = "documents", feature = "tables")), allow(dead_code))]

use super::Message;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));
