/**
 * The only way from Markdown to the page. Text from notes, guidelines and models is hostile until it has passed here:
 * raw HTML shows as text, links and images show their words only, and DOMPurify lets a short list of tags through with
 * no attribute that could load, run or style anything.
 */
import DOMPurify from 'dompurify';
import { Marked } from 'marked';

const marked = new Marked({
  gfm: true,
  async: false,
  renderer: {
    html: ({ text }) => escapeHtml(text),
    image: ({ text }) => escapeHtml(text),
    link({ tokens }) {
      return this.parser.parseInline(tokens);
    },
    // Task boxes would be form elements.
    checkbox: () => '',
  },
  tokenizer: {
    // `[1]` is a citation, also where the text holds a line that looks like a link definition.
    def: () => undefined,
    reflink: () => undefined,
    // `5~10` is a range; nothing in a clinical text may look struck out by accident.
    del: () => undefined,
  },
});

const allowedTags = [
  ...['p', 'br', 'hr', 'strong', 'em', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'sup', 'sub'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
];

/** The Markdown as inert elements, ready to be put into the page. */
export function safeMarkdown(markdown: string): DocumentFragment {
  const html = marked.parse(markdown) as string;
  const fragment = DOMPurify.sanitize(html, {
    ALLOWED_TAGS: allowedTags,
    ALLOWED_ATTR: ['start'],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
  lowerHeadings(fragment);
  return fragment;
}

// The headings of an answer must not stand beside or above those of the panel.
function lowerHeadings(fragment: DocumentFragment): void {
  for (const heading of fragment.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const paragraph = document.createElement('p');
    const strong = document.createElement('strong');
    strong.append(...heading.childNodes);
    paragraph.append(strong);
    heading.replaceWith(paragraph);
  }
}

/**
 * Puts a button in the place of each citation number `[n]` that stands for one of `count` citations. Numbers in code
 * stay as they are.
 */
export function linkCitations(
  fragment: DocumentFragment,
  count: number,
  makeButton: (number: number) => HTMLElement,
): void {
  replaceInTexts(fragment, /\[(\d{1,3})\]/, (group, whole) => {
    const number = Number(group);
    return number >= 1 && number <= count ? makeButton(number) : whole;
  });
}

// Stand where a sentence ends, from before the Markdown is read until it is elements.
const [markStart, markEnd] = ['\uE000', '\uE001'];

/** The Markdown with a place after each of the given offsets, which `placeMarks` fills. */
export function withMarks(markdown: string, ends: readonly number[]): string {
  let marked = '';
  let from = 0;
  ends.forEach((end, index) => {
    marked += `${withoutMarks(markdown.slice(from, end))}${markStart}${index}${markEnd}`;
    from = end;
  });
  return marked + withoutMarks(markdown.slice(from));
}

/** Fills the places that `withMarks` made. */
export function placeMarks(
  fragment: DocumentFragment,
  makeMark: (index: number) => HTMLElement | undefined,
): void {
  replaceInTexts(fragment, /\uE000(\d+)\uE001/, (index) => makeMark(Number(index)) ?? '');
}

// An answer may hold such characters itself.
function withoutMarks(text: string): string {
  return text.replace(/[\uE000\uE001]/g, '');
}

/** Replaces what a pattern with one group finds in the texts outside of code. */
function replaceInTexts(
  fragment: DocumentFragment,
  pattern: RegExp,
  make: (group: string, whole: string) => HTMLElement | string,
): void {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (text.parentElement?.closest('code, pre')) continue;
    const found = [...text.data.matchAll(new RegExp(pattern, 'g'))];
    if (found.length === 0) continue;
    const parts: (string | HTMLElement)[] = [];
    let from = 0;
    for (const match of found) {
      parts.push(text.data.slice(from, match.index), make(match[1] ?? '', match[0]));
      from = match.index + match[0].length;
    }
    text.replaceWith(...parts, text.data.slice(from));
  }
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
