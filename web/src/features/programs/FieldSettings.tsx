import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, EyeOff, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { removeField, updateField } from '@/api/calls';
import { keys } from '@/api/queries';
import { isFieldType, type FieldDefinition, type Program } from '@/api/types';
import { useProblemText } from '@/domain/useProblemText';
import { Badge } from '@/ui/Badge';
import { Button, IconButton } from '@/ui/Button';
import { Confirm } from '@/ui/Dialog';
import { Alert } from '@/ui/states';
import { FieldDialog } from './FieldDialog';
import { Section } from './Section';

export function FieldSettings({ program }: { program: Program }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const cache = useQueryClient();
  const [editing, setEditing] = useState<FieldDefinition | 'new'>();
  const [removing, setRemoving] = useState<FieldDefinition>();
  const fields = program.fields.toSorted((a, b) => a.position - b.position);
  const onSuccess = () => cache.invalidateQueries({ queryKey: keys.facts(program.id) });

  const remove = useMutation({ mutationFn: (field: FieldDefinition) => removeField(program.id, field.id), onSuccess });
  const move = useMutation({
    mutationFn: ({ field, position }: { field: FieldDefinition; position: number }) =>
      updateField(program.id, field.id, { position }),
    onSuccess,
  });
  const problem = remove.error ?? move.error;

  return (
    <Section title={t('settings.fields')} text={t('settings.fieldsText')}>
      {problem !== null && <Alert>{textOf(problem)}</Alert>}
      {fields.length === 0 && <p className="text-ink-3">{t('settings.noFields')}</p>}
      {fields.length > 0 && (
        <ul aria-label={t('settings.fields')} className="border-t border-line">
          {fields.map((field, index) => (
            <FieldRow
              key={field.id}
              field={field}
              onEdit={() => setEditing(field)}
              onRemove={() => setRemoving(field)}
              onUp={at(fields, index - 1, (other) => move.mutate({ field, position: other.position }))}
              onDown={at(fields, index + 1, (other) => move.mutate({ field, position: other.position }))}
            />
          ))}
        </ul>
      )}
      <div>
        <Button icon={<Plus size={16} aria-hidden />} onClick={() => setEditing('new')}>
          {t('settings.addField')}
        </Button>
      </div>
      {editing !== undefined && (
        <FieldDialog
          programId={program.id}
          field={editing === 'new' ? undefined : editing}
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

function at<T>(items: T[], index: number, run: (item: T) => void): (() => void) | undefined {
  const item = items[index];
  return item === undefined ? undefined : () => run(item);
}

interface RowProps {
  field: FieldDefinition;
  onEdit: () => void;
  onRemove: () => void;
  onUp?: () => void;
  onDown?: () => void;
}

function FieldRow({ field, onEdit, onRemove, onUp, onDown }: RowProps) {
  const { t } = useTranslation();
  const { label } = field;
  return (
    <li className="flex flex-wrap items-center gap-x-3 border-b border-line py-1.5">
      <div className="min-w-40 flex-1">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium">
            {label}
            {field.required && <span title={t('settings.required')}> *</span>}
          </span>
          {field.visibility === 'staff' && (
            <Badge tone="amber" icon={<EyeOff size={12} aria-hidden />}>
              {t('settings.staffOnly')}
            </Badge>
          )}
        </p>
        <p className="text-xs text-ink-3">
          {isFieldType(field.type) ? t(`fieldType.${field.type}`) : field.type}
          {field.options.length > 0 && <> · {field.options.join(', ')}</>}
        </p>
      </div>
      <div className="flex">
        <IconButton
          label={t('settings.moveUp', { label })}
          onClick={onUp}
          disabled={!onUp}
          className="disabled:opacity-30"
        >
          <ArrowUp size={16} />
        </IconButton>
        <IconButton
          label={t('settings.moveDown', { label })}
          onClick={onDown}
          disabled={!onDown}
          className="disabled:opacity-30"
        >
          <ArrowDown size={16} />
        </IconButton>
        <IconButton label={`${t('common.edit')} ${label}`} onClick={onEdit}>
          <Pencil size={16} />
        </IconButton>
        <IconButton label={`${t('common.remove')} ${label}`} onClick={onRemove}>
          <Trash2 size={16} />
        </IconButton>
      </div>
    </li>
  );
}
