import { useQuery } from '@tanstack/react-query';
import { ArrowDownUp, ChevronDown, FilterX, Search } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { membersQuery, type RequestFilter, type Sort } from '@/api/queries';
import { PRIORITIES, STATUSES, type Program } from '@/api/types';
import { PersonName } from '@/domain/PersonName';
import { PriorityMark, StatusBadge } from '@/domain/StatusBadge';
import { useSearchText } from '@/domain/useSearchText';
import { IconButton } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Menu, MenuCheck, MenuChoices } from '@/ui/Menu';
import { useShortcut } from '@/ui/useShortcut';

interface Props {
  program: Program;
  filter: RequestFilter;
  onFilter: (filter: RequestFilter) => void;
  /** How many fit. */
  total: ReactNode;
  children: ReactNode;
}

/** One line of chips; the address holds what is chosen. */
export function RequestFilters({ program, filter, onFilter, total, children }: Props) {
  const { t } = useTranslation();
  const narrowed = Boolean(filter.status ?? filter.priority ?? filter.assignee ?? filter.q);
  const several = (values: string[]) =>
    values.length > 1 ? t('list.several', { first: values[0], more: values.length - 1 }) : (values[0] ?? '');

  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-2 sm:px-6">
      <SearchBox value={filter.q ?? ''} onSearch={(q) => onFilter({ ...filter, q: q === '' ? undefined : q })} />
      <div className="flex min-w-0 items-center gap-1.5 overflow-x-auto p-0.5 max-sm:order-last max-sm:-mx-4 max-sm:w-screen max-sm:px-4">
        <Menu
          trigger={
            <Chip
              what={t('list.anyStatus')}
              values={filter.status && several(filter.status.map((each) => t(`status.${each}`)))}
            />
          }
        >
          {STATUSES.map((status) => (
            <MenuCheck
              key={status}
              checked={filter.status?.includes(status) ?? false}
              onChange={(on) => onFilter({ ...filter, status: toggled(STATUSES, filter.status, status, on) })}
            >
              <StatusBadge status={status} />
            </MenuCheck>
          ))}
        </Menu>
        <Menu
          trigger={
            <Chip
              what={t('list.anyPriority')}
              values={filter.priority && several(filter.priority.map((each) => t(`priority.${each}`)))}
            />
          }
        >
          {PRIORITIES.toReversed().map((priority) => (
            <MenuCheck
              key={priority}
              checked={filter.priority?.includes(priority) ?? false}
              onChange={(on) => onFilter({ ...filter, priority: toggled(PRIORITIES, filter.priority, priority, on) })}
            >
              <PriorityMark priority={priority} />
            </MenuCheck>
          ))}
        </Menu>
        <AssigneeChip
          program={program}
          value={filter.assignee}
          onChange={(assignee) => onFilter({ ...filter, assignee })}
        />
        <SortMenu sort={filter.sort ?? '-updatedAt'} onSort={(sort) => onFilter({ ...filter, sort })} />
        {narrowed && (
          <IconButton label={t('list.clear')} onClick={() => onFilter({ sort: filter.sort })}>
            <FilterX size={16} />
          </IconButton>
        )}
      </div>
      <span className="ml-auto text-xs text-ink-3 tabular-nums max-sm:sr-only" aria-live="polite">
        {total}
      </span>
      {children}
    </div>
  );
}

function toggled<T>(all: readonly T[], chosen: readonly T[] | undefined, item: T, on: boolean): T[] | undefined {
  const next = all.filter((each) => (each === item ? on : chosen?.includes(each)));
  return next.length === 0 ? undefined : next;
}

interface ChipProps {
  what: string;
  values?: string;
}

function Chip({ what, values, ...rest }: ChipProps) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={cx(
        'flex h-8 items-center gap-1 rounded-full border px-3 whitespace-nowrap pointer-coarse:h-10',
        values === undefined
          ? 'border-line text-ink-2 hover:bg-hover'
          : 'border-transparent bg-accent-soft font-medium text-accent-strong',
      )}
      {...rest}
    >
      {values === undefined ? what : t('list.chosen', { what, values })}
      <ChevronDown size={14} aria-hidden />
    </button>
  );
}

interface AssigneeChipProps {
  program: Program;
  value?: string;
  onChange: (assignee: string | undefined) => void;
}

function AssigneeChip({ program, value, onChange }: AssigneeChipProps) {
  const { t } = useTranslation();
  const { data: members = [] } = useQuery(membersQuery(program.id));
  const staff = members.filter((member) => member.role !== 'client');
  const name = value === 'none' ? t('requests.unassigned') : staff.find(({ user }) => user.id === value)?.user.name;
  return (
    <Menu trigger={<Chip what={t('list.anyAssignee')} values={value === undefined ? undefined : (name ?? '…')} />}>
      <MenuCheck checked={value === 'none'} onChange={(on) => onChange(on ? 'none' : undefined)}>
        <span className="text-ink-2">{t('requests.unassigned')}</span>
      </MenuCheck>
      {staff.map(({ user }) => (
        <MenuCheck key={user.id} checked={value === user.id} onChange={(on) => onChange(on ? user.id : undefined)}>
          <PersonName person={user} />
        </MenuCheck>
      ))}
    </Menu>
  );
}

const SORTS: Sort[] = ['-updatedAt', '-createdAt', 'number', 'title', '-priority', 'status', 'dueDate'];

function SortMenu({ sort, onSort }: { sort: Sort; onSort: (sort: Sort | undefined) => void }) {
  const { t } = useTranslation();
  const nameOf = (value: Sort) => t(`list.sortBy.${value.replace('-', '') as 'title'}`);
  return (
    <Menu
      trigger={
        <button
          type="button"
          className="flex h-8 items-center gap-1.5 rounded-full px-2.5 whitespace-nowrap text-ink-2 hover:bg-hover pointer-coarse:h-10"
        >
          <ArrowDownUp size={14} aria-hidden />
          {t('list.sort', { by: nameOf(sort) })}
        </button>
      }
    >
      <MenuChoices
        value={sort}
        onChange={(value) => onSort(value === '-updatedAt' ? undefined : value)}
        options={SORTS.map((value) => ({ value, label: nameOf(value) }))}
      />
    </Menu>
  );
}

/** Searches when the typing pauses. */
function SearchBox({ value, onSearch }: { value: string; onSearch: (words: string) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useSearchText(value, onSearch);
  useShortcut('/', () => input.current?.focus());

  return (
    <div className="relative max-sm:flex-1">
      <Search
        size={14}
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-3"
      />
      <input
        ref={input}
        type="search"
        aria-label={t('list.search')}
        aria-keyshortcuts="/"
        placeholder={t('list.searchHint')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        className="h-8 w-full rounded-full border border-line bg-surface pr-3 pl-8 sm:w-64 pointer-coarse:h-10"
      />
    </div>
  );
}
