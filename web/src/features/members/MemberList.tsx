import { useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { membersQuery } from '@/api/queries';
import type { Program } from '@/api/types';
import { LoadError } from '@/domain/LoadError';
import { Button } from '@/ui/Button';
import { SkeletonRows } from '@/ui/states';
import { AddMemberDialog } from './AddMemberDialog';
import { MemberRow } from './MemberRow';

export function MemberList({ program }: { program: Program }) {
  const { t } = useTranslation();
  const members = useQuery(membersQuery(program.id));
  const [adding, setAdding] = useState(false);
  return (
    <div className="mx-auto w-full max-w-4xl px-4 py-6 sm:px-6">
      <div className="mb-4 flex items-start justify-between gap-4">
        <p className="max-w-prose text-ink-2">{t('members.text')}</p>
        {program.can.manageMembers && (
          <Button variant="primary" icon={<UserPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {t('members.add')}
          </Button>
        )}
      </div>
      {members.isPending && <SkeletonRows label={t('common.loading')} rows={5} />}
      {members.isError && <LoadError error={members.error} onRetry={() => void members.refetch()} />}
      {members.data && (
        <ul aria-label={t('members.title')} className="border-t border-line">
          {members.data.map((member) => (
            <MemberRow key={member.user.id} member={member} program={program} />
          ))}
        </ul>
      )}
      {adding && (
        <AddMemberDialog
          programId={program.id}
          known={members.data?.map((member) => member.user.id) ?? []}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  );
}
