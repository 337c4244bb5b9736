import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ChevronDown, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { userQuery } from '@/api/admin';
import { usersQuery } from '@/api/queries';
import { PersonName } from '@/domain/PersonName';
import { IconButton } from '@/ui/Button';
import { Picker } from '@/ui/Picker';

interface Props {
  label: string;
  all: string;
  value: string | undefined;
  onChange: (userId: string | undefined) => void;
}

export function PersonFilter({ label, all, value, onChange }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const people = useQuery({ ...usersQuery(words.trim()), enabled: open, placeholderData: keepPreviousData });
  const chosen = useQuery({ ...userQuery(value ?? ''), enabled: value !== undefined });
  return (
    <span className="inline-flex items-center rounded-md border border-line-strong/60 bg-surface">
      <Picker
        open={open}
        onOpenChange={setOpen}
        label={label}
        searchLabel={t('people.search')}
        emptyText={t('common.noMatches')}
        value={value ?? null}
        onSearch={setWords}
        onPick={onChange}
        options={(people.data ?? []).map((user) => ({
          value: user.id,
          text: user.name,
          label: <PersonName person={user} />,
        }))}
        trigger={
          <button
            type="button"
            aria-label={`${label}: ${chosen.data?.name ?? all}`}
            className="flex h-[2.125rem] max-w-52 items-center gap-1.5 px-2.5"
          >
            {value !== undefined && chosen.data !== undefined ? <PersonName person={chosen.data} /> : all}
            <ChevronDown size={14} aria-hidden className="shrink-0 text-ink-3" />
          </button>
        }
      />
      {value !== undefined && (
        <IconButton label={t('admin.clearOne', { label })} className="size-7" onClick={() => onChange(undefined)}>
          <X size={14} />
        </IconButton>
      )}
    </span>
  );
}
