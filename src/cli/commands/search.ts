import type { Command } from 'commander';
import { z } from 'zod';
import type { PassageHit } from '../../core/evidence/passages/passage';
import type { Engine } from '../../engine/engine';
import { forEachLine, idSchema } from '../bulk';
import { placeInDocument, shortPath } from '../evidence-text';
import { formatOption, libraryOption, parseCount } from '../options';
import { plain, snippet } from '../plain';
import { ResultWriter, type Format } from '../result-writer';
import { badUsage, type Session } from '../session';
import { hitShape } from '../shapes';

interface Options {
  library: string;
  queries?: string;
  k: number;
  format?: Format;
}

const querySchema = z.object({ id: idSchema, query: z.string() });
const snippetLength = 300;

function text(query: string, hits: readonly PassageHit[]): string {
  if (hits.length === 0) return `No passage found for “${snippet(query, 80)}”.\n`;
  return hits
    .map(({ passage, rank, score }) => {
      const { title, section, page, document } = passage;
      const place = `${placeInDocument(title, section, page)} (${shortPath(document)})`;
      const head = plain(`${rank}. ${place}, score ${score.toFixed(4)}`);
      return `${head}\n    ${snippet(passage.text, snippetLength)}\n`;
    })
    .join('');
}

/** Adds `attest search`. */
export function addSearch(program: Command, session: Session): void {
  program
    .command('search')
    .summary('find passages in the library')
    .description(
      'Finds the best passages by keywords and by meaning, fused by reciprocal rank. Bulk input has one ' +
        '{"id", "query"} per line.',
    )
    .argument('[query]', 'what to look for')
    .option('--queries <file>', 'JSON Lines file of {id, query}; "-" reads standard input')
    .option('-k <number>', 'how many passages', parseCount, 10)
    .addOption(libraryOption().makeOptionMandatory())
    .addOption(formatOption())
    .action(async (query: string | undefined, options: Options) => {
      const { library, queries, k } = options;
      if ((query === undefined) === (queries === undefined)) {
        throw badUsage('Give either a query or --queries.', 'search');
      }
      const writer = new ResultWriter(
        session,
        options.format ?? (queries === undefined ? 'text' : 'jsonl'),
        queries !== undefined,
      );
      const answer = async (engine: Engine, id: string | number, one: string): Promise<void> => {
        const hits = await engine.search(one, { k, signal: session.signal });
        await writer.write({ id, results: hits.map(hitShape) }, () => text(one, hits));
      };
      await session.withEngine(library, async (engine) => {
        if (queries === undefined) await answer(engine, '1', query ?? '');
        else {
          await forEachLine(session, queries, querySchema, (line) => answer(engine, line.id, line.query));
        }
        await writer.end();
      });
    });
}
