import { ChevronDown, ChevronUp } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PRIORITIES, type Priority, type RequestDetail } from '@/api/types';
import { PersonName } from '@/domain/PersonName';
import { PriorityMark } from '@/domain/StatusBadge';
import { When } from '@/domain/When';
import { useGlow } from '@/domain/useGlow';
import { cx } from '@/ui/cx';
import { Menu, MenuChoices } from '@/ui/Menu';
import { Assignee } from './Assignee';
import { DueProperty } from './DueProperty';
import { EditNotes } from './EditNotes';
import { Participants } from './Participants';
import { PROPERTY_BUTTON } from './property';
import { useFieldEdit } from './useFieldEdit';
import { Watching } from './Watching';

interface Props {
  request: RequestDetail;
  staff: boolean;
  /** On a phone the matter comes first: the rest is shown when it is asked for. */
  folded?: boolean;
}

/** Who, when and how urgent. */
export function RequestProperties({ request, staff, folded = false }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(!folded);
  const shown = (
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
      {open && <MoreProperties request={request} staff={staff} />}
    </dl>
  );
  if (!folded) return shown;
  return (
    <>
      {shown}
      <button
        type="button"
        aria-expanded={open}
        className="mt-1 flex min-h-8 items-center gap-1 text-xs text-ink-3 pointer-coarse:min-h-10"
        onClick={() => setOpen(!open)}
      >
        {open ? <ChevronUp size={14} aria-hidden /> : <ChevronDown size={14} aria-hidden />}
        {open ? t('request.less') : t('request.more')}
      </button>
    </>
  );
}

function MoreProperties({ request, staff }: { request: RequestDetail; staff: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <Property label={t('requests.creator')}>
        <PersonName person={request.creator} />
      </Property>
      <Property label={t('request.sharedWith')} glow={useGlow(request.id, 'participants')}>
        <Participants request={request} />
      </Property>
      <Property label={t('request.news')}>
        <Watching request={request} staff={staff} />
      </Property>
      <Property label={t('requests.created')}>
        <When at={request.createdAt} />
      </Property>
      <Property label={t('requests.updated')}>
        <When at={request.updatedAt} />
      </Property>
    </>
  );
}

interface PropertyProps {
  label: string;
  glow?: string | null;
  children: ReactNode;
}

const Property = ({ label, glow, children }: PropertyProps) => (
  <div className={cx('-mx-2 grid grid-cols-[5rem_1fr] items-start gap-x-2 rounded-md px-2', glow)}>
    <dt className="pt-1.5 text-ink-3 pointer-coarse:pt-2.5">{label}</dt>
    <dd className="min-h-8 min-w-0 *:min-h-8 pointer-coarse:min-h-10 pointer-coarse:*:min-h-10 [&>span]:flex [&>span]:items-center [&>time]:flex [&>time]:items-center">
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
