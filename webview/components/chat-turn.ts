import type { Citation } from '../../src/core/evidence/citations/citation';
import { t } from '../l10n';
import type { SentenceMark, TurnView } from '../view-model/chat';
import type { EvidenceView } from '../view-model/evidence';
import { linkButton } from './button';
import { disclosure } from './disclosure';
import { h } from './dom';
import { icon } from './icons';
import type { PanelContext } from './panel-context';
import { linkCitations, placeMarks, safeMarkdown, withMarks } from './safe-html';
import { failedState, loadingState } from './screens';

/** A question with its answer. @param edit puts the question into the composer, to be asked anew */
export function turnElement(
  context: PanelContext,
  turn: TurnView,
  edit: (turn: TurnView) => void,
): HTMLElement {
  return h(
    'li',
    { class: 'turn' },
    h('p', { class: 'question' }, h('span', { class: 'visually-hidden' }, t('Question: ')), turn.question),
    turn.along !== undefined && h('p', { class: 'secondary along' }, turn.along),
    turn.trail.length > 0 &&
      disclosure(
        context,
        `turn-${turn.id}-trail`,
        t('Searches'),
        false,
        h('ol', { class: 'trail' }, ...turn.trail.map((step) => h('li', {}, step))),
      ),
    answerElement(context, turn),
    turnActions(context, turn, edit),
  );
}

function turnActions(context: PanelContext, turn: TurnView, edit: (turn: TurnView) => void): HTMLElement {
  const { id, answer } = turn;
  const action = (label: string, name: string, act: () => void): HTMLElement =>
    linkButton(label, `${label}: ${turn.question}`, `turn-${id}-${name}`, act);
  if (answer.kind === 'loading') {
    return h(
      'div',
      { class: 'turn-actions' },
      action(t('Stop'), 'stop', () => context.post({ type: 'stopAnswer', turn: id })),
    );
  }
  return h(
    'div',
    { class: 'turn-actions' },
    answer.kind === 'answered' &&
      action(t('Copy'), 'copy', () => context.post({ type: 'copyAnswer', turn: id })),
    answer.kind === 'answered' &&
      action(t('Insert into note'), 'insert', () => context.post({ type: 'insertAnswer', turn: id })),
    action(t('Ask again'), 'again', () => context.post({ type: 'regenerate', turn: id })),
    action(t('Edit'), 'edit', () => edit(turn)),
  );
}

function answerElement(context: PanelContext, { id, answer }: TurnView): HTMLElement {
  switch (answer.kind) {
    case 'loading': {
      const body = h('div', { class: 'markdown' });
      body.append(safeMarkdown(answer.markdown));
      return h('div', { class: 'answer' }, body, loadingState(answer.step));
    }
    case 'failed':
      return failedState(answer.message, answer.advice);
    case 'refused':
      return h(
        'div',
        { class: 'answer' },
        h(
          'div',
          { class: 'callout refused' },
          icon('not-addressed', 'tone-not-addressed'),
          h(
            'div',
            { class: 'callout-body' },
            h('p', {}, h('strong', {}, t('No answer in the library'))),
            h('p', {}, answer.reason),
          ),
        ),
        answer.sources.length > 0 && sourceList(context, id, t('What was looked at'), answer),
      );
    case 'answered': {
      const text = safeMarkdown(
        withMarks(
          answer.markdown,
          answer.marks.map(({ end }) => end),
        ),
      );
      let used = 0;
      linkCitations(text, answer.citations.length, (number) => {
        used += 1;
        const name = `${t('Citation {0}', number)}: ${answer.sources[number - 1]?.openLabel ?? ''}`;
        const button = linkButton(String(number), name, `turn-${id}-citation-${used}`, () =>
          openCitation(context, answer.citations, number),
        );
        button.classList.add('citation-number');
        return button;
      });
      placeMarks(text, (index) => {
        const mark = answer.marks[index];
        return mark && sentenceMark(mark);
      });
      const body = h('div', { class: 'markdown' });
      body.append(text);
      return h(
        'div',
        { class: 'answer' },
        body,
        sourceList(context, id, t('Sources of the answer'), answer),
        checksList(context, id, answer.marks),
        h('p', { class: 'secondary origin' }, answer.origin),
      );
    }
  }
}

/** Who said what of each sentence, for who wants to know; nothing for an answer that is quotes alone. */
function checksList(context: PanelContext, id: number, marks: readonly SentenceMark[]): HTMLElement | false {
  if (marks.every(({ path }) => path === undefined)) return false;
  return disclosure(
    context,
    `turn-${id}-checks`,
    t('How each sentence was checked'),
    false,
    h(
      'ol',
      { class: 'trail' },
      ...marks.map(({ text, label, path }) =>
        h(
          'li',
          {},
          h('q', {}, text),
          ` ${label}`,
          path !== undefined && h('div', { class: 'secondary' }, path),
        ),
      ),
    ),
  );
}

/** The verdict on the sentence before it, as a picture with a name; who said so shows on pointing at it. */
function sentenceMark({ verdict, label, path }: SentenceMark): HTMLElement {
  return h(
    'span',
    {
      class: `sentence-mark verdict-${verdict}`,
      title: path === undefined ? label : `${label} – ${path}`,
    },
    icon(verdict, `tone-${verdict}`),
    h('span', { class: 'visually-hidden' }, ` (${label})`),
  );
}

function openCitation(context: PanelContext, citations: readonly Citation[], number: number): void {
  const citation = citations[number - 1];
  if (citation) context.post({ type: 'openCitation', citation });
}

function sourceList(
  context: PanelContext,
  id: number,
  label: string,
  { citations, sources }: { citations: readonly Citation[]; sources: readonly EvidenceView[] },
): HTMLElement {
  return h(
    'ol',
    { class: 'citations', 'aria-label': label },
    ...sources.map((source, index) =>
      h(
        'li',
        {},
        h('span', { class: 'citation-index', 'aria-hidden': 'true' }, `${index + 1}`),
        h(
          'span',
          { class: 'citation-text' },
          linkButton(
            source.title,
            `${t('Citation {0}', index + 1)}: ${source.openLabel}`,
            `turn-${id}-source-${index}`,
            () => openCitation(context, citations, index + 1),
          ),
          ...source.place.map((part) => h('span', { class: 'place' }, part)),
        ),
      ),
    ),
  );
}
