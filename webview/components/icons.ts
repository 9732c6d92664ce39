import type { IconName } from '../view-model/icon-name';

// 16 × 16, drawn for this project: strokes in the current colour.
const circle = 'M8 1.75a6.25 6.25 0 1 0 0 12.5a6.25 6.25 0 0 0 0-12.5z';
const paths: Record<IconName, string> = {
  supported: `${circle}M5.2 8.2l2 2l3.6-4.2`,
  contradicted: `${circle}M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4`,
  'not-addressed': `${circle}M5.2 8h5.6`,
  'not-sure': `${circle}M6.2 6.3a1.8 1.8 0 1 1 2.6 1.7c-.6.3-.8.6-.8 1.2M8 11.1v.4`,
  'not-scored':
    'M8 1.75a6.25 6.25 0 0 1 4.4 1.8M14 6a6.25 6.25 0 0 1 0 4M12.4 12.4a6.25 6.25 0 0 1-4.4 1.85M5.6 13.8a6.25 6.25 0 0 1-3.2-3M1.9 7a6.25 6.25 0 0 1 2.4-4',
  error: `${circle}M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4`,
  warning: 'M8 2.2l6.2 11.3H1.8zM8 6.4v3.4M8 11.5v.3',
  information: `${circle}M8 7.2v4M8 4.8v.4`,
  hint: 'M5.8 10.4a4.2 4.2 0 1 1 4.4 0v1.4H5.8zM6.4 14h3.2',
  findings: 'M2 3.75h1M5.5 3.75H14M2 8h1M5.5 8H14M2 12.25h1M5.5 12.25H14',
  'fact-check': 'M9.8 9.8l4 4M6.6 2.2a4.4 4.4 0 1 0 0 8.8a4.4 4.4 0 0 0 0-8.8zM4.7 6.7l1.4 1.4l2.4-2.8',
  faithfulness: 'M2.5 13.5h11M4 13.5V8.5M8 13.5v-11M12 13.5v-7',
  chat: 'M2 2.75h12v8.5H7.5L4.5 14v-2.75H2z',
  library: 'M2.5 2.5h2.6v11H2.5zM6.4 2.5H9v11H6.4zM10.3 3.4l2.4-.6l2.3 10.2l-2.4.6z',
  offline: 'M4 7.25h8v6.25H4zM5.5 7.25V5a2.5 2.5 0 0 1 5 0v2.25',
  file: 'M3.5 1.75h6l3 3v9.5h-9zM9.25 1.75v3.25h3.25',
  open: 'M9 2.5h4.5V7M13.3 2.7L7.5 8.5M11.5 9v4.5h-9v-9H7',
  fix: 'M10.6 2.4l3 3L6 13l-3.6.6L3 10zM8.9 4.1l3 3',
  show: 'M8 1v2.5M8 12.5V15M1 8h2.5M12.5 8H15M8 4.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 0 0 0-7z',
  ignore:
    'M2 2l12 12M6.2 3.6A7 7 0 0 1 8 3.4c3.2 0 5.4 2.3 6.4 4.6a8 8 0 0 1-1.9 2.6M4.1 5A8 8 0 0 0 1.6 8c1 2.3 3.2 4.6 6.4 4.6c1.1 0 2.1-.3 2.9-.7',
  refresh:
    'M13.2 5.2A5.75 5.75 0 0 0 2.4 6.8M13.5 2.2v3.2h-3.2M2.8 10.8a5.75 5.75 0 0 0 10.8-1.6M2.5 13.8v-3.2h3.2',
  'add-folder': 'M14 8V4.75H7.5L6 3H2v10h6M11.75 10v4.5M9.5 12.25H14',
  trash: 'M2.5 4h11M6 4V2.25h4V4M4 4l.6 9.75h6.8L12 4M6.8 6.8v4.4M9.2 6.8v4.4',
  send: 'M2 2.5l12 5.5l-12 5.5l1.8-5.5zM3.8 8H9',
  link: 'M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2.2-2.2a2.6 2.6 0 0 0-3.7-3.7l-.9.9M9.2 6.8a2.6 2.6 0 0 0-3.7 0L3.3 9a2.6 2.6 0 0 0 3.7 3.7l.9-.9',
  sample: 'M5.5 2.5V6a3 3 0 0 0 6 0V2.5M4.5 2.5h2M10.5 2.5h2M8.5 9v1.5a3 3 0 0 1-6 0V9.2',
  chevron: 'M6 3.5L10.5 8L6 12.5',
};

const svgNamespace = 'http://www.w3.org/2000/svg';

/** A picture, hidden from screen readers: the text beside it says the same. */
export function icon(name: IconName, className = ''): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('width', '16');
  svg.setAttribute('height', '16');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', `icon icon-${name} ${className}`.trim());
  const path = document.createElementNS(svgNamespace, 'path');
  path.setAttribute('d', paths[name]);
  svg.appendChild(path);
  return svg;
}
