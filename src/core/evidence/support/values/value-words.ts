import data from './value-words.json';

/** Words of value-words.json, each lower case; `several` holds canonical names of measurements. */
export const words = {
  several: new Set(data.several),
  framing: new Set(data.framing),
  plain: new Set(data.plain),
  open: new Set(data.open),
  repeated: new Set(data.repeated),
  correcting: new Set(data.correcting),
  air: new Set(data.air),
};
