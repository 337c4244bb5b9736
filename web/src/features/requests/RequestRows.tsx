import { useQueryClient } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowUp } from 'lucide-react';
import { memo, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { requestQuery } from '@/api/queries';
import type { Request } from '@/api/types';
import { Button } from '@/ui/Button';
import { usePhone } from '@/ui/useMediaQuery';
import { useShortcut } from '@/ui/useShortcut';
import { RequestCard, RequestRow } from './RequestRow';
import { useHeldRows } from './useHeldRows';

const ROW = 41;
const CARD = 89;
const AHEAD = 20;

interface Props {
  rows: readonly Request[];
  loadMore?: () => void;
  loading: boolean;
}

export const RequestRows = memo(function RequestRows({ rows, loadMore, loading }: Props) {
  const { t } = useTranslation();
  const phone = usePhone();
  const scroller = useRef<HTMLDivElement>(null);
  const [topId, setTopId] = useState<string | null>(null);
  const { shown, held } = useHeldRows(rows, topId);
  const expect = useExpected();

  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (phone ? CARD : ROW),
    getItemKey: (index) => shown[index]?.id ?? index,
    overscan: 8,
    initialRect: { width: 1200, height: 800 },
    onChange: ({ range, scrollOffset }) =>
      setTopId((scrollOffset ?? 0) < ROW ? null : (shown[range?.startIndex ?? 0]?.id ?? null)),
  });
  useEffect(() => virtual.measure(), [virtual, phone]);

  const items = virtual.getVirtualItems();
  const nearEnd = (items.at(-1)?.index ?? 0) > shown.length - AHEAD;
  useEffect(() => {
    if (nearEnd) loadMore?.();
  }, [nearEnd, loadMore]);

  const linkAt = (index: number) => scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] a`);
  const move = (step: number) => {
    const from = document.activeElement?.closest<HTMLElement>('[data-index]')?.dataset.index;
    const index =
      from === undefined ? Math.max(0, step - 1) : Math.min(shown.length - 1, Math.max(0, Number(from) + step));
    virtual.scrollToIndex(index);
    // The row may have to be put on the page first.
    requestAnimationFrame(() => linkAt(index)?.focus({ preventScroll: true }));
  };
  useShortcut(['j', 'ArrowDown'], () => move(1));
  useShortcut(['k', 'ArrowUp'], () => move(-1));

  return (
    <div className="relative min-h-0 flex-1">
      {held > 0 && (
        <div className="rise absolute inset-x-0 top-2 z-10 flex justify-center">
          <Button
            variant="primary"
            className="rounded-full! shadow-float"
            icon={<ArrowUp size={14} aria-hidden />}
            onClick={() => {
              setTopId(null);
              virtual.scrollToOffset(0);
            }}
          >
            {t('list.arrived', { count: held })}
          </Button>
        </div>
      )}
      <div ref={scroller} className="h-full overflow-y-auto" aria-busy={loading}>
        <ul aria-label={t('list.label')} className="relative" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const request = shown[item.index];
            if (request === undefined) return null;
            const Row = phone ? RequestCard : RequestRow;
            return (
              <li
                key={item.key}
                data-index={item.index}
                aria-posinset={item.index + 1}
                aria-setsize={shown.length}
                className="absolute inset-x-0 top-0"
                style={{ height: item.size, transform: `translateY(${item.start}px)` }}
                onPointerEnter={() => expect(request)}
                onFocus={() => expect(request)}
              >
                <Row request={request} />
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
});

const LINGER_MS = 120;

/** Loads a request on which somebody lingers, so that it is there when they open it. */
function useExpected(): (request: Request) => void {
  const cache = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return ({ programId, id }) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(
      // Whether it can be had is told when it is opened.
      () => void cache.query(requestQuery({ programId, requestId: id })).catch(() => undefined),
      LINGER_MS,
    );
  };
}
