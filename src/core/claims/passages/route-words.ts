import { isOfForm } from '../../facts/medications/compare';
import type { NamedSpan } from '../../facts/medications/medication-fact';
import type { SentenceFacts } from '../../facts/extract';

/** What other routes are called is a form or a verb as well ("inhaled", "apply"). */
const plain = new Set([
  'oral',
  'intranasal',
  'sublingual',
  'buccal',
  'rectal',
  'vaginal',
  'subcutaneous',
  'intramuscular',
  'intravenous',
  'intra-articular',
  'epidural',
]);

/** The ways of giving a medicine that a sentence names, under whatever words ("IM", "intramuscularly"), with their spans. */
export function routesIn({ orders, openOrder }: SentenceFacts): NamedSpan[] {
  const said = orders.flatMap((order) => (order.route && !isOfForm(order) ? [order.route] : []));
  const open = openOrder?.route && openOrder.form?.start !== openOrder.route.start ? [openOrder.route] : [];
  return [...said, ...open].filter(({ name }) => plain.has(name));
}

const mark = '~';

/** The key under which a route is compared. */
export function routeKey({ name }: NamedSpan): string {
  return `${mark}${name}`;
}

/** True for the key of a route, which stands anywhere in a sentence. */
export function isRouteKey(key: string): boolean {
  return key.startsWith(mark);
}
