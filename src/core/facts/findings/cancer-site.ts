import type { Token } from '../../text/tokens';
import type { Span } from '../../text/span';
import data from '../terms/cancer-sites.json';
import { wordAt } from '../token-reach';

const sites = new Map(data.sites.flatMap((names, at) => names.map((name) => [name, at])));

/**
 * The organ of a cancer: "breast cancer", "cancer of the ovary".
 * @param list the tokens of the sentence
 * @param mention the words that name the cancer
 * @returns a number that is the same for all names of one organ; undefined where none that is known is named
 */
export function cancerSite(list: readonly Token[], mention: Span): number | undefined {
  const to = list.findIndex(({ end }) => end >= mention.end);
  if (to < 0 || !/^(?:cancers?|ca)$/.test(wordAt(list, to))) return undefined;
  const behind = /^(?:of|in)$/.test(wordAt(list, to + 1))
    ? wordAt(list, /^(?:the|her|his)$/.test(wordAt(list, to + 2)) ? to + 3 : to + 2)
    : '';
  return sites.get(wordAt(list, to - 1)) ?? sites.get(behind);
}
