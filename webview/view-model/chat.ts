import type { Citation } from '../../src/core/evidence/citations/citation';
import type { ChatTurn, PanelAnswer, PanelModel, SearchStep } from '../protocol';
import { lackTexts } from '../../src/core/chat/answer-lacks';
import { pathText } from '../../src/core/judge/path-words';
import type { Verdict } from '../../src/core/verdicts/verdict';
import { formatDay, plural, t } from '../l10n';
import { lettingGoTexts } from './letting-go';
import { verdictLabel } from './verdict';
import { evidenceView } from './evidence';
import { readableAnswer } from './readable-quote';
import type { EvidenceView } from './evidence';
import { run } from './screen';
import { shorten } from './shorten';
import type { EmptyScreen } from './screen';

/** A sentence of an answer with its verdict; the span points into the answer's Markdown. */
export interface SentenceMark {
  end: number;
  verdict: Verdict;
  /** The verdict in words. */
  label: string;
  /** The sentence, cut where it is long. */
  text: string;
  /** Who said what of it; absent where nothing was there to compare it with. */
  path?: string;
}

type Sentence = NonNullable<PanelAnswer['sentences']>[number];

/** A question with what became of it. */
export interface TurnView {
  id: number;
  question: string;
  /** What went along, e.g. "with visit.note.md". */
  along?: string;
  /** Name of the note whose selected text went along and is no longer there. */
  selectionGone?: string;
  /** The searches that were made, in words. */
  trail: string[];
  answer:
    | { kind: 'loading'; step: string; markdown: string }
    | { kind: 'failed'; message: string; advice: string }
    | { kind: 'refused'; reason: string; citations: Citation[]; sources: EvidenceView[] }
    | {
        kind: 'answered';
        markdown: string;
        citations: Citation[];
        sources: EvidenceView[];
        marks: SentenceMark[];
        /** Who wrote it, and what it took; of one that did not come to its end, what that means. */
        origin: string;
      };
}

/** A kept conversation in the list. */
export interface ChatEntry {
  id: string;
  title: string;
  when: string;
  open: boolean;
}

/** The Chat tab. */
export interface ChatView {
  turns: TurnView[];
  /** Shown while there is no turn. */
  empty: EmptyScreen;
  history: ChatEntry[];
  /** There are kept conversations, found or not. */
  hasHistory: boolean;
  /** Which conversation the next new one takes the place of, where no more are kept. */
  historyFull?: string;
  /** That the next question takes the place of the oldest one. */
  turnsFull?: string;
  /** The words that they are searched for. */
  search: string;
  /** Where the text of a question goes. */
  provenance: string;
  /** Name of the note that can go along. */
  note?: string;
  /** A model writes the answers. */
  hasModel: boolean;
}

/** A sentence is known by its beginning. */
const longestSentence = 80;

/** Longest question, in UTF-16 code units. */
export const maxQuestionLength = 4000;

/** What the Chat tab shows. */
export function chatView(model: PanelModel): ChatView {
  const holdsNothing = model.library.state === 'done' && model.library.value.passages === 0;
  return {
    turns: model.chat.map(turnView),
    history: (model.chats ?? []).map(({ id, title, updated }) => ({
      id,
      title,
      when: formatDay(updated),
      open: id === model.openChat,
    })),
    hasHistory: model.hasChats ?? false,
    ...lettingGoTexts(model.lettingGo),
    search: model.chatSearch ?? '',
    provenance: model.chatModel
      ? t('Answers are written by {0} ({1}) and verified.', model.chatModel.name, model.chatModel.place)
      : t('Answers are quoted word for word from your library, offline.'),
    ...(model.activeNote && { note: model.activeNote.name }),
    hasModel: model.chatModel !== undefined,
    empty: {
      kind: 'empty',
      icon: 'chat',
      title: holdsNothing ? t('The library is empty') : t('Ask your guidelines'),
      body: holdsNothing
        ? t('Answers are quoted from your indexed guidelines. Add a folder of guidelines first.')
        : t(
            'Ask a question, for example about a dose or a threshold. The answer quotes your guidelines word for word, with a numbered source for each quote.',
          ),
      actions: holdsNothing
        ? [
            run('attest.addGuidelineFolder', t('Add Guideline Folder…'), 'add-folder'),
            run('attest.openSampleClinic', t('Open Sample Clinic'), 'sample'),
          ]
        : [],
    },
  };
}

function turnView({ id, question, answer, along, progress }: ChatTurn): TurnView {
  const about = {
    id,
    question,
    ...(along && {
      along:
        along.selection === undefined ? t('with {0}', along.name) : t('with a selection of {0}', along.name),
    }),
    ...(along?.selection && along.selection.text === undefined && { selectionGone: along.name }),
  };
  switch (answer.state) {
    case 'empty':
    case 'loading':
      return {
        ...about,
        trail: trailOf(progress?.trail),
        answer: {
          kind: 'loading',
          step: progress?.verifying
            ? t('Verifying each sentence…')
            : progress && progress.text !== ''
              ? t('Writing…')
              : t('Searching the library…'),
          markdown: progress?.text ?? '',
        },
      };
    case 'failed':
      return {
        ...about,
        trail: [],
        answer: { kind: 'failed', message: answer.message, advice: answer.advice },
      };
    case 'done': {
      const { refused, reason, citations, trail, sentences = [], stopped } = answer.value;
      const sources = citations.map(evidenceView);
      if (refused) {
        return {
          ...about,
          trail: trailOf(trail),
          answer: {
            kind: 'refused',
            reason: [
              reason ?? t('The library holds nothing relevant to this question.'),
              ...lackTexts(answer.value, t),
            ].join(' '),
            citations,
            sources,
          },
        };
      }
      return {
        ...about,
        trail: trailOf(trail),
        answer: {
          kind: 'answered',
          markdown:
            stopped || sentences.length > 0 ? answer.value.answer : readableAnswer(answer.value.answer),
          citations,
          sources,
          marks: sentences.map(markOf),
          origin: originOf(answer.value),
        },
      };
    }
  }
}

function originOf(answer: PanelAnswer): string {
  const { stopped, broken, withoutModel, model } = answer;
  if (broken) {
    const what = t('Broken off before it was finished: nothing in it was verified.');
    return `${what} ${broken.message} ${broken.advice}`;
  }
  if (stopped) return t('Stopped before it was finished: nothing in it was verified.');
  return [...lackTexts(answer, t), ...(withoutModel ? [] : [writtenBy(model)])].join(' ');
}

function writtenBy(model: PanelAnswer['model']): string {
  if (!model) return t('Made offline; no language model was asked.');
  return plural(
    model.cost.calls,
    'Written by {1} in 1 call, about {2} tokens.',
    'Written by {1} in {0} calls, about {2} tokens.',
    model.name,
    model.cost.promptTokens + model.cost.answerTokens,
  );
}

function markOf({ end, verdict, text, checkers, judged }: Sentence): SentenceMark {
  const path = pathText({ checkers, judged }, t);
  return {
    end,
    verdict,
    label: verdictLabel(verdict),
    text: shorten(text, longestSentence),
    ...(path !== undefined && { path }),
  };
}

function trailOf(trail: readonly SearchStep[] = []): string[] {
  return trail.map(({ round, query, found }) =>
    round === 0
      ? plural(found, 'Question: 1 passage', 'Question: {0} passages')
      : plural(found, 'Round {1}: “{2}”, 1 new passage', 'Round {1}: “{2}”, {0} new passages', round, query),
  );
}
