import { chatComposer } from '../components/chat-composer';
import { chatHistory } from '../components/chat-history';
import { turnElement } from '../components/chat-turn';
import { h, replaceContent } from '../components/dom';
import type { PanelContext } from '../components/panel-context';
import { emptyState } from '../components/screens';
import { chatView } from '../view-model/chat';
import type { ChatView, TurnView } from '../view-model/chat';
import { whenChanged } from './tab-view';
import type { TabView } from './tab-view';

/** Questions to library and note; answers have numbered sources, and a verdict on each sentence that a model wrote. */
export function chatTab(context: PanelContext): TabView {
  const scroller = h('div', { class: 'page turns', tabindex: -1 });
  const composer = chatComposer(context);
  const history = chatHistory(context);
  const drawn = new Map<number, { view: string; element: HTMLElement }>();
  // While an answer streams, only its own turn is drawn again.
  const turnOf = (turn: TurnView): HTMLElement => {
    const view = JSON.stringify(turn);
    const known = drawn.get(turn.id);
    if (known?.view === view) return known.element;
    const element = turnElement(context, turn, (edited) => composer.edit(edited));
    drawn.set(turn.id, { view, element });
    return element;
  };
  let turns = 0;
  let answered = true;
  const draw = whenChanged((view: ChatView) => {
    for (const id of drawn.keys()) if (!view.turns.some((turn) => turn.id === id)) drawn.delete(id);
    replaceContent(
      scroller,
      scroller,
      view.turns.length === 0
        ? emptyState(context, view.empty)
        : h('ol', { class: 'turn-list' }, ...view.turns.map(turnOf)),
      view.turnsFull !== undefined && h('p', { class: 'secondary' }, view.turnsFull),
    );
    composer.update(view);
    history.update(view);
    // A new question and its answer are scrolled to; `nearest` never scrolls a long answer past its first line.
    const last = view.turns.at(-1);
    const loading = last?.answer.kind === 'loading';
    if (loading ? view.turns.length > turns : !answered) {
      scroller.querySelector('.turn:last-child')?.scrollIntoView({ block: 'nearest' });
    }
    turns = view.turns.length;
    answered = !loading;
  });
  return {
    id: 'chat',
    element: h('div', { class: 'chat' }, history.element, scroller, composer.element),
    scroller,
    update: (model) => draw(chatView(model)),
  };
}
