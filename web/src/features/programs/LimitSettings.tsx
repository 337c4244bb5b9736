import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { utilisationQuery, type ProgramEdit } from '@/api/programs';
import type { Program, Utilisation } from '@/api/types';
import { Gauge } from '@/domain/Gauge';
import { LoadError } from '@/domain/LoadError';
import { PersonName } from '@/domain/PersonName';
import { Skeleton } from '@/ui/states';
import { Section } from '@/ui/Section';
import { TextSetting } from './settingControls';

const LARGEST = 1_000_000;

/** How many requests may be under way at a time, and how many are. */
export function LimitSettings({ program }: { program: Program }) {
  const { t } = useTranslation();
  const utilisation = useQuery(utilisationQuery(program));
  const limit = (name: 'maxActiveRequests' | 'maxActiveRequestsPerUser') => (text: string) => {
    if (text === '') return { [name]: null } as ProgramEdit;
    const value = Number(text);
    return Number.isInteger(value) && value >= 1 && value <= LARGEST
      ? ({ [name]: value } as ProgramEdit)
      : t('settings.limitFormat');
  };
  return (
    <Section id="limits" title={t('settings.limits')} text={t('settings.limitsText')}>
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        {(
          [
            ['maxActiveRequests', 'limitProgram'],
            ['maxActiveRequestsPerUser', 'limitUser'],
          ] as const
        ).map(([name, label]) => (
          <TextSetting
            key={name}
            program={program}
            type="number"
            min={1}
            max={LARGEST}
            label={t(`settings.${label}`)}
            placeholder={t('settings.noLimit')}
            className="w-44!"
            value={String(program[name] ?? '')}
            edit={limit(name)}
          />
        ))}
      </div>
      {utilisation.isPending && <Skeleton className="h-10 w-full" />}
      {utilisation.isError && <LoadError error={utilisation.error} onRetry={() => void utilisation.refetch()} />}
      {utilisation.data && <Usage utilisation={utilisation.data} />}
    </Section>
  );
}

function Usage({ utilisation }: { utilisation: Utilisation }) {
  const { t } = useTranslation();
  const { program, users } = utilisation;
  const others = (users?.pagination.total ?? 0) - (users?.data.length ?? 0);
  return (
    <div className="flex flex-col gap-4">
      {program && (
        <div>
          <h3 className="mb-1 text-xs font-medium text-ink-3">{t('usage.now')}</h3>
          <Gauge gauge={program} label={t('usage.now')} />
        </div>
      )}
      {users !== undefined && users.data.length > 0 && (
        <div>
          <h3 className="mb-1 text-xs font-medium text-ink-3">{t('usage.people')}</h3>
          <ul className="border-t border-line">
            {users.data.map(({ user, gauge }) => (
              <li
                key={user.id}
                className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] items-center gap-4 border-b border-line py-1.5"
              >
                <PersonName person={user} />
                <Gauge gauge={gauge} label={user.name} />
              </li>
            ))}
          </ul>
          {others > 0 && <p className="mt-1 text-xs text-ink-3">{t('usage.more', { count: others })}</p>}
        </div>
      )}
    </div>
  );
}
