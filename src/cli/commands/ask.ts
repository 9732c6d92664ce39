import type { Command } from 'commander';
import type { Answer } from '../../engine/engine';
import { EvidenceText } from '../evidence-text';
import { formatOption, libraryOption } from '../options';
import { plain } from '../plain';
import { ResultWriter, type Format } from '../result-writer';
import { badUsage, type Session } from '../session';
import { answerShape } from '../shapes';

interface Options {
  library: string;
  format?: Format;
}

function text({ answer, citations, refused, reason }: Answer): string {
  if (refused) return `${plain(reason ?? 'The library holds nothing relevant.')}\n`;
  // The answer is Markdown; a terminal shows its characters as they are.
  const lines = answer
    .split(/\r?\n/)
    .map((line) => plain(line.replace(/\\([^\p{L}\p{N}\s])/gu, '$1')))
    .join('\n')
    .trim();
  const evidence = new EvidenceText();
  const places = citations.map((citation, i) => `[${i + 1}] ${evidence.place(citation)}\n`);
  return `${lines}\n\n${places.join('')}`;
}

/** Adds `attest ask`. */
export function addAsk(program: Command, session: Session): void {
  program
    .command('ask')
    .summary('answer a question from the library')
    .description(
      'Answers with the best sentences of the best passages and numbered citations; says so when the library holds ' +
        'nothing relevant.',
    )
    .argument('<question>', 'the question')
    .addOption(libraryOption().makeOptionMandatory())
    .addOption(formatOption())
    .action(async (question: string, { library, format = 'text' }: Options) => {
      if (question.trim() === '') throw badUsage('The question is empty.', 'ask');
      const writer = new ResultWriter(session, format, false);
      await session.withEngine(library, async (engine) => {
        const answer = await engine.ask(question, session.signal);
        await writer.write(answerShape(answer), () => text(answer));
      });
    });
}
