import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PRIORITIES, type Priority, type RequestDetail } from '@/api/types';
import { DueDate } from '@/domain/DueDate';
import { PersonName } from '@/domain/PersonName';
import { PriorityMark } from '@/domain/StatusBadge';
import { useFormat } from '@/domain/useFormat';
import { When } from '@/domain/When';
import { useGlow } from '@/domain/useGlow';
import { IconButton } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Input } from '@/ui/Field';
import { Menu, MenuChoices } from '@/ui/Menu';
import { Assignee } from './Assignee';
import { EditNotes } from './EditNotes';
import { PROPERTY_BUTTON } from './property';
import { useFieldEdit } from './useFieldEdit';

/** Who, when and how urgent. */
export function RequestProperties({ request }: { request: RequestDetail }) {
  const { t } = useTranslation();
  return (
    <dl className="flex flex-col gap-1">
      <Property label={t('requests.assignee')} glow={useGlow(request.id, 'assignee')}>
        <Assignee request={request} />
      </Property>
      <Property label={t('requests.priority')} glow={useGlow(request.id, 'priority')}>
        <PriorityProperty request={request} />
      </Property>
      <Property label={t('requests.due')} glow={useGlow(request.id, 'dueDate')}>
        <DueProperty request={request} />
      </Property>
      <Property label={t('requests.creator')}>
        <PersonName person={request.creator} />
      </Property>
      <Property label={t('requests.created')}>
        <When at={request.createdAt} />
      </Property>
      <Property label={t('requests.updated')}>
        <When at={request.updatedAt} />
      </Property>
    </dl>
  );
}

interface PropertyProps {
  label: string;
  glow?: string | null;
  children: ReactNode;
}

const Property = ({ label, glow, children }: PropertyProps) => (
  <div className={cx('-mx-2 grid grid-cols-[5.5rem_1fr] items-start gap-x-2 rounded-md px-2', glow)}>
    <dt className="pt-1.5 text-ink-3">{label}</dt>
    <dd className="min-h-8 min-w-0 *:min-h-8 [&>span]:flex [&>span]:items-center [&>time]:flex [&>time]:items-center">
      {children}
    </dd>
  </div>
);

function PriorityProperty({ request }: { request: RequestDetail }) {
  const { t } = useTranslation();
  const edit = useFieldEdit(request, 'priority');
  const priority = edit.value as Priority;
  if (!request.can.edit) return <PriorityMark priority={priority} />;
  return (
    <>
      <Menu
        trigger={
          <button
            type="button"
            aria-label={`${t('requests.priority')}: ${t(`priority.${priority}`)}`}
            className={PROPERTY_BUTTON}
          >
            <PriorityMark priority={priority} />
          </button>
        }
      >
        <MenuChoices
          value={priority}
          onChange={edit.save}
          options={PRIORITIES.toReversed().map((value) => ({ value, label: <PriorityMark priority={value} /> }))}
        />
      </Menu>
      <EditNotes edit={edit} label={t('requests.priority')} />
    </>
  );
}

function DueProperty({ request }: { request: RequestDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const edit = useFieldEdit(request, 'dueDate');
  const date = edit.value === null ? null : String(edit.value);
  const shown =
    date === null ? (
      <span className="text-ink-3">{t('requests.noDueDate')}</span>
    ) : (
      <DueDate request={{ dueDate: date, status: request.status }} />
    );
  if (!request.can.edit) return shown;
  return (
    <>
      {edit.editing && edit.conflict === undefined ? (
        <Input
          type="date"
          max="9999-12-31"
          autoFocus
          aria-label={t('requests.dueDate')}
          defaultValue={date ?? ''}
          onBlur={(event) => edit.save(event.target.value === '' ? null : event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') edit.cancel();
            if (event.key === 'Enter') event.currentTarget.blur();
          }}
        />
      ) : (
        <div className="flex items-center">
          <button
            type="button"
            aria-label={`${t('requests.dueDate')}: ${date === null ? t('requests.noDueDate') : format.date(date)}`}
            className={PROPERTY_BUTTON}
            onClick={edit.begin}
          >
            {shown}
          </button>
          {date !== null && (
            <IconButton label={`${t('common.remove')}: ${t('requests.dueDate')}`} onClick={() => edit.save(null)}>
              <X size={14} />
            </IconButton>
          )}
        </div>
      )}
      <EditNotes edit={edit} label={t('requests.dueDate')} />
    </>
  );
}
