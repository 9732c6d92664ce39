import { growAddress } from './address-growth';
import { findDictatedAddresses } from './dictated-addresses';
import type { Identifier } from '../identifier';
import { findStreets } from './streets';
import { findTowns } from './towns';
import { findWards } from './wards';

/** Finds addresses: streets with what stands around them, post boxes, postcodes, and towns where somebody lives. */
export function* findAddresses(text: string): Generator<Identifier> {
  for (const one of [...findStreets(text), ...findTowns(text)]) yield { ...one, ...growAddress(text, one) };
  yield* findWards(text);
  yield* findDictatedAddresses(text);
}
