import { useQuery } from '@tanstack/react-query';
import { Eye, Pencil } from 'lucide-react';
import {
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from 'react';
import { useTranslation } from 'react-i18next';
import { renderMarkdown } from '@/api/request';
import { IconButton } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Prose } from '@/ui/Prose';
import { Skeleton } from '@/ui/states';
import { MentionList } from './MentionList';
import { markdownOf, nameBefore, withMention, type Written } from './mentions';
import { useMentions, type MentionPlace } from './useMentions';
import { useProblemText } from './useProblemText';

interface Props {
  ref?: Ref<HTMLTextAreaElement>;
  label: string;
  placeholder?: string;
  shortcut?: string;
  value: Written;
  onChange: (value: Written) => void;
  /** Ctrl or Cmd and Enter. */
  onSend: () => void;
  onEscape?: () => void;
  /** Files that are pasted into the text. */
  onFiles?: (files: File[]) => void;
  /** Where people can be mentioned. */
  mentions?: MentionPlace;
  autoFocus?: boolean;
  className?: string;
  /** Buttons. */
  children: ReactNode;
}

/** As long as any text may be. */
export const LONGEST = 5000;
const NEARLY = 4500;

/** A text in Markdown with what is done with it below, and how it will look. */
export function MarkdownArea(props: Props) {
  const { t } = useTranslation();
  const [preview, setPreview] = useState(false);
  const markdown = markdownOf(props.value);
  const { length } = markdown.trim();
  return (
    <div className="relative">
      {preview ? <Preview markdown={markdown} /> : <Area {...props} />}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-2 pb-2">
        <IconButton
          label={preview ? t('request.write') : t('request.preview')}
          aria-pressed={preview}
          onClick={() => setPreview(!preview)}
        >
          {preview ? <Pencil size={15} /> : <Eye size={15} />}
        </IconButton>
        {length > NEARLY && (
          <span className={cx('text-xs tabular-nums', length > LONGEST ? 'font-medium text-danger' : 'text-ink-3')}>
            {t('request.length', { length, longest: LONGEST })}
          </span>
        )}
        {props.children}
      </div>
    </div>
  );
}

function Area(props: Props) {
  const { label, placeholder, shortcut, value, onChange, onSend, onEscape, onFiles, mentions, autoFocus, className } =
    props;
  const own = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const [cursor, setCursor] = useState<number | null>(null);
  const moveTo = useRef<number | null>(null);
  const choice = useMentions(mentions, cursor === null ? null : nameBefore(value.text, cursor), (person) => {
    const next = withMention(value, cursor ?? 0, person);
    moveTo.current = next.cursor;
    setCursor(next.cursor);
    onChange(next.written);
  });
  // The text was replaced as a whole: the browser puts the cursor at its end.
  useLayoutEffect(() => {
    if (moveTo.current === null) return;
    own.current?.setSelectionRange(moveTo.current, moveTo.current);
    moveTo.current = null;
  }, [value.text]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (choice?.onKey(event) === true) {
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSend();
    else if (event.key === 'Escape') onEscape?.();
  };
  const onPaste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (files.length === 0 || onFiles === undefined) return;
    event.preventDefault();
    onFiles(files);
  };
  return (
    <>
      {choice !== null && <MentionList id={listId} choice={choice} />}
      <textarea
        ref={(element) => {
          own.current = element;
          if (typeof props.ref === 'function') props.ref(element);
          else if (props.ref) props.ref.current = element;
        }}
        aria-label={label}
        aria-keyshortcuts={shortcut}
        aria-autocomplete={mentions && 'list'}
        aria-controls={choice === null ? undefined : listId}
        aria-activedescendant={choice === null ? undefined : `${listId}-${choice.active}`}
        placeholder={placeholder}
        autoFocus={autoFocus}
        value={value.text}
        onChange={(event) => {
          setCursor(event.target.selectionStart);
          onChange({ ...value, text: event.target.value });
        }}
        onSelect={(event) => setCursor(event.currentTarget.selectionStart)}
        onBlur={() => setCursor(null)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        className={cx(
          'field-sizing-content block max-h-[50dvh] w-full resize-none bg-transparent px-3 py-2 text-[0.9375rem] leading-relaxed outline-none',
          className ?? 'min-h-16',
        )}
      />
    </>
  );
}

function Preview({ markdown }: { markdown: string }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const { data, error } = useQuery({
    queryKey: ['markdown', markdown],
    queryFn: () => renderMarkdown(markdown),
    gcTime: 60_000,
    staleTime: Infinity,
  });
  return (
    <div role="region" aria-label={t('request.preview')} className="min-h-16 px-3 py-2">
      {data !== undefined && <Prose html={data.html} />}
      {error !== null && <p className="text-danger">{textOf(error)}</p>}
      {data === undefined && error === null && <Skeleton className="h-4 w-2/3" />}
    </div>
  );
}
