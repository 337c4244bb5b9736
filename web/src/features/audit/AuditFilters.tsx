import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditFilter } from '@/api/admin';
import { programsQuery } from '@/api/queries';
import { Button } from '@/ui/Button';
import { Input, Select } from '@/ui/Field';
import { AUDITED_EVENTS, textKey } from './events';
import { PersonFilter } from './PersonFilter';

interface Props {
  filter: AuditFilter;
  onFilter: (filter: AuditFilter) => void;
}

export function AuditFilters({ filter, onFilter }: Props) {
  const { t } = useTranslation();
  const programs = useQuery(programsQuery());
  const [request, setRequest] = useState(filter.request ?? '');
  const [given, setGiven] = useState(filter.request);
  if (given !== filter.request) {
    // The address changed, perhaps by another way.
    setGiven(filter.request);
    setRequest(filter.request ?? '');
  }
  const set = (change: AuditFilter) => onFilter({ ...filter, ...change });
  const find = () => {
    const found = request.trim() || undefined;
    if (found !== filter.request) set({ request: found });
  };
  const any = Object.values(filter).some((value) => value !== undefined);
  return (
    <div role="group" aria-label={t('admin.filters')} className="flex flex-wrap items-center gap-2">
      <PersonFilter
        label={t('admin.actor')}
        all={t('admin.everyActor')}
        value={filter.actor}
        onChange={(actor) => set({ actor })}
      />
      <Select
        aria-label={t('admin.event')}
        className="w-52"
        value={filter.event ?? ''}
        onChange={(event) => set({ event: event.target.value || undefined })}
      >
        <option value="">{t('admin.everyEvent')}</option>
        {AUDITED_EVENTS.map((event) => (
          <option key={event} value={event}>
            {t(`admin.events.${textKey(event)}`)}
          </option>
        ))}
      </Select>
      <Select
        aria-label={t('admin.place')}
        className="w-52"
        value={filter.program ?? ''}
        onChange={(event) => set({ program: event.target.value || undefined })}
      >
        <option value="">{t('admin.everywhere')}</option>
        <option value="system">{t('admin.installation')}</option>
        {programs.data?.map((program) => (
          <option key={program.id} value={program.id}>
            {program.name}
          </option>
        ))}
      </Select>
      <PersonFilter
        label={t('admin.subject')}
        all={t('admin.everySubject')}
        value={filter.subject}
        onChange={(subject) => set({ subject })}
      />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          find();
        }}
      >
        <Input
          aria-label={t('admin.requestKey')}
          placeholder={t('admin.requestKey')}
          value={request}
          onChange={(event) => setRequest(event.target.value)}
          onBlur={find}
          className="w-40! font-mono text-xs"
        />
      </form>
      <span className="flex items-center gap-1.5">
        <Input
          type="date"
          aria-label={t('admin.from')}
          value={filter.from ?? ''}
          max={filter.to}
          onChange={(event) => set({ from: event.target.value || undefined })}
          className="w-38!"
        />
        <span className="text-ink-3">–</span>
        <Input
          type="date"
          aria-label={t('admin.to')}
          value={filter.to ?? ''}
          min={filter.from}
          onChange={(event) => set({ to: event.target.value || undefined })}
          className="w-38!"
        />
      </span>
      {any && (
        <Button
          variant="ghost"
          onClick={() => {
            setRequest('');
            onFilter({});
          }}
        >
          {t('admin.clear')}
        </Button>
      )}
    </div>
  );
}
