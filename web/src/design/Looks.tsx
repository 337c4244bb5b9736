import { Archive, CircleCheck } from 'lucide-react';
import { Avatar } from '@/ui/Avatar';
import { Badge, type Tone } from '@/ui/Badge';
import { BlobImage } from '@/ui/BlobImage';
import { Keys } from '@/ui/Keys';
import { Prose } from '@/ui/Prose';
import { Time } from '@/ui/Time';
import { Sample } from './Sample';

const TONES: Tone[] = ['grey', 'blue', 'amber', 'green', 'red', 'teal'];
const COLOURS = [
  'canvas',
  'surface',
  'sunken',
  'hover',
  'line',
  'line-strong',
  'accent',
  'accent-soft',
  'danger',
  'danger-soft',
];
const INKS = ['ink', 'ink-2', 'ink-3', 'accent', 'accent-strong', 'danger'];
const PEOPLE = [
  'Ada Lovelace',
  'Grace Hopper',
  'Edsger Dijkstra',
  'Barbara Liskov',
  'Radia Perlman',
  'Margaret Hamilton',
  '李',
  'x',
];

const MARKUP =
  '<p>A reply with <strong>weight</strong>, <a href="https://example.org">a link</a> and <code>code</code>.</p>' +
  '<ul><li>first</li><li>second</li></ul><blockquote><p>What was said before</p></blockquote><pre><code>let x = 1;</code></pre>';

const PICTURE = new Blob(
  ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><rect width="4" height="3" fill="#0f766e"/></svg>'],
  { type: 'image/svg+xml' },
);

const RECENT = new Date(Date.now() - 5 * 60_000).toISOString();

/** Colour, type and what carries a meaning by its look. */
export function Looks() {
  return (
    <>
      <Sample title="Colours">
        {COLOURS.map((name) => (
          <div key={name} className="w-24 text-xs text-ink-2">
            <div className="mb-1 h-10 rounded-md border border-line" style={{ background: `var(--${name})` }} />
            {name}
          </div>
        ))}
      </Sample>
      <Sample title="Text that people wrote">
        <Prose html={MARKUP} className="max-w-prose" />
      </Sample>
      <Sample title="Picture">
        <BlobImage bytes={PICTURE} alt="Nothing but teal" className="h-16 rounded-md border border-line" />
      </Sample>
      <Sample title="Type">
        <div className="flex flex-col gap-1">
          <p className="text-xl font-semibold">Page title, 20</p>
          <p className="text-base font-semibold">Section, 16</p>
          <p>Lists and grids, 14</p>
          <p className="text-xs text-ink-3">Beside them, 12</p>
          <p className="font-mono text-xs">OPS-12</p>
        </div>
        <div className="flex flex-col gap-1">
          {INKS.map((name) => (
            <p key={name} style={{ color: `var(--${name})` }}>
              Text in {name} on canvas
            </p>
          ))}
        </div>
      </Sample>
      <Sample title="Badges">
        {TONES.map((tone) => (
          <Badge key={tone} tone={tone} icon={<CircleCheck size={12} aria-hidden />}>
            {tone}
          </Badge>
        ))}
        <Badge tone="grey" icon={<Archive size={12} aria-hidden />}>
          Archived
        </Badge>
      </Sample>
      <Sample title="Avatars">
        {PEOPLE.map((name) => (
          <span key={name} className="inline-flex items-center gap-1.5">
            <Avatar id={name} name={name} size={28} />
            <Avatar id={name} name={name} />
            {name}
          </span>
        ))}
      </Sample>
      <Sample title="Times and keys">
        <Time value={RECENT} locale="en" />
        <Time value="2026-01-05T10:00:00Z" locale="en" />
        <Keys keys={['Ctrl', 'K']} />
      </Sample>
      <Sample title="A change by somebody else, glowing once">
        <div className="hue-2 glow w-full border-b border-line px-2 py-2">Changed by Ada</div>
      </Sample>
    </>
  );
}
