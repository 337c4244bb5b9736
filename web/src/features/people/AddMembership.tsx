import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminKeys } from '@/api/admin';
import { addMember } from '@/api/calls';
import { programsQuery } from '@/api/queries';
import type { ProgramRole, User } from '@/api/types';
import { useProblemText } from '@/domain/useProblemText';
import { Button } from '@/ui/Button';
import { Select } from '@/ui/Field';
import { Picker } from '@/ui/Picker';
import { Alert } from '@/ui/states';

interface Props {
  user: User;
  /** The programs that the person is in already. */
  known: readonly string[];
  roles: readonly ProgramRole[];
}

export function AddMembership({ user, known, roles }: Props) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const cache = useQueryClient();
  const programs = useQuery(programsQuery());
  const [open, setOpen] = useState(false);
  const [role, setRole] = useState<ProgramRole>();
  const [usual] = roles.includes('team_member') ? (['team_member'] as const) : roles;
  const chosen = role !== undefined && roles.includes(role) ? role : (usual ?? 'client');
  const add = useMutation({
    mutationFn: (programId: string) => addMember(programId, user.id, chosen),
    onSuccess: () => cache.invalidateQueries({ queryKey: adminKeys.memberships(user.id) }),
  });
  const free = (programs.data ?? []).filter(({ id, status }) => status === 'active' && !known.includes(id));
  if (free.length === 0) return null;

  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <Picker
          open={open}
          onOpenChange={setOpen}
          label={t('people.addTo')}
          searchLabel={t('people.searchProgram')}
          emptyText={t('people.noProgram')}
          value={null}
          options={free.map(({ id, name, key }) => ({
            value: id,
            text: `${key} ${name}`,
            label: (
              <span className="flex items-center gap-2">
                <span className="w-11 shrink-0 font-mono text-2xs text-ink-3">{key}</span>
                <span className="truncate">{name}</span>
              </span>
            ),
          }))}
          onPick={(programId) => add.mutate(programId)}
          trigger={
            <Button icon={<Plus size={16} aria-hidden />} busy={add.isPending}>
              {t('people.addTo')}
            </Button>
          }
        />
        {roles.length > 1 && (
          <Select
            aria-label={t('people.asRole')}
            className="w-48"
            value={chosen}
            onChange={(event) => setRole(event.target.value as ProgramRole)}
          >
            {roles.map((each) => (
              <option key={each} value={each}>
                {t('people.as', { role: t(`role.${each}`) })}
              </option>
            ))}
          </Select>
        )}
      </div>
      {add.isError && <Alert>{textOf(add.error)}</Alert>}
    </div>
  );
}
