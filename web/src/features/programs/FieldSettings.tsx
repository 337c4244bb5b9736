import { useMutation } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addField, removeField } from '@/api/calls';
import { orderFields } from '@/api/programs';
import type { FieldDefinition, Program } from '@/api/types';
import { useProblemText } from '@/domain/useProblemText';
import { Button } from '@/ui/Button';
import { Confirm } from '@/ui/Dialog';
import { Alert } from '@/ui/states';
import { Section } from '@/ui/Section';
import { FieldDialog } from './FieldDialog';
import { FieldList } from './FieldList';
import { useShownProgram } from './useShownProgram';

interface Props {
  program: Program;
  /** How fields look in the form of a request. */
  preview: (fields: FieldDefinition[]) => ReactNode;
}

export function FieldSettings({ program, preview }: Props) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const { reload, scope, show, version } = useShownProgram(program);
  const [editing, setEditing] = useState<FieldDefinition | 'new'>();
  const [removing, setRemoving] = useState<FieldDefinition>();
  const [removed, setRemoved] = useState<FieldDefinition>();
  const fields = program.fields.toSorted((a, b) => a.position - b.position);

  const remove = useMutation({
    mutationFn: (field: FieldDefinition) => removeField(program.id, field.id),
    onSuccess: (_, field) => {
      setRemoved(field);
      return reload();
    },
  });
  // A field with the key of before finds the values of before.
  const restore = useMutation({
    mutationFn: ({ id: _, options, items, ...field }: FieldDefinition) =>
      addField(program.id, {
        ...field,
        ...(options.length > 0 && { options }),
        ...(items.length > 0 && { items }),
        position: Math.min(field.position, fields.length),
      }),
    onSuccess: () => {
      setRemoved(undefined);
      return reload();
    },
  });
  const order = useMutation({
    scope,
    mutationFn: (ordered: FieldDefinition[]) =>
      orderFields(
        program.id,
        ordered.map(({ id }) => id),
        version(),
      ),
    onMutate: (ordered) =>
      show((old) => ({ ...old, fields: ordered.map((field, position) => ({ ...field, position })) })),
    onSettled: reload,
  });
  const problem = remove.error ?? order.error ?? restore.error;

  return (
    <Section id="fields" title={t('settings.fields')} text={t('settings.fieldsText')}>
      {problem !== null && <Alert>{textOf(problem)}</Alert>}
      {removed !== undefined && (
        <p role="status" className="flex flex-wrap items-center gap-x-3 rounded-md bg-grey-soft py-1 pr-1 pl-3">
          <span className="flex-1">{t('settings.fieldRemoved', { label: removed.label })}</span>
          <Button variant="ghost" busy={restore.isPending} onClick={() => restore.mutate(removed)}>
            {t('saving.undo')}
          </Button>
        </p>
      )}
      {fields.length === 0 && <p className="text-ink-3">{t('settings.noFields')}</p>}
      <div className="grid gap-x-8 gap-y-4 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-3">
          {fields.length > 0 && (
            <FieldList
              fields={fields}
              onOrder={(ordered) => order.mutate(ordered)}
              onEdit={setEditing}
              onRemove={setRemoving}
            />
          )}
          <div>
            <Button icon={<Plus size={16} aria-hidden />} onClick={() => setEditing('new')}>
              {t('settings.addField')}
            </Button>
          </div>
        </div>
        {fields.length > 0 && <div className="min-w-0">{preview(fields)}</div>}
      </div>
      {editing !== undefined && (
        <FieldDialog
          programId={program.id}
          field={editing === 'new' ? undefined : editing}
          taken={program.fields.map(({ key }) => key)}
          preview={(field) => preview([field])}
          onClose={() => setEditing(undefined)}
        />
      )}
      <Confirm
        open={removing !== undefined}
        onClose={() => setRemoving(undefined)}
        title={t('settings.removeField', { label: removing?.label })}
        text={t('settings.removeFieldText')}
        action={t('common.remove')}
        cancel={t('common.cancel')}
        onConfirm={() => removing && remove.mutate(removing)}
      />
    </Section>
  );
}
