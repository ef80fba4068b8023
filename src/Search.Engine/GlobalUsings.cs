// System.IO's Directory and Path would collide with the field's own words; files are reached through Store only.
global using Search.Engine.Util;
