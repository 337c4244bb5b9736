import { useMutation, useQuery } from '@tanstack/react-query';
import { EyeOff, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { removeTemplate, templatesQuery } from '@/api/programs';
import type { Program, Template } from '@/api/types';
import { LoadError } from '@/domain/LoadError';
import { useProblemText } from '@/domain/useProblemText';
import { Badge } from '@/ui/Badge';
import { Button, IconButton } from '@/ui/Button';
import { Confirm } from '@/ui/Dialog';
import { Alert, SkeletonRows } from '@/ui/states';
import { TemplateDialog } from './TemplateDialog';

/** The templates of a program, for its managers. */
export function TemplateSettings({ program }: { program: Program }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const templates = useQuery(templatesQuery(program));
  const [editing, setEditing] = useState<Template | 'new'>();
  const [removing, setRemoving] = useState<Template>();
  const remove = useMutation({ mutationFn: (template: Template) => removeTemplate(program.id, template.id) });
  return (
    <>
      {remove.error !== null && <Alert>{textOf(remove.error)}</Alert>}
      {templates.isPending && <SkeletonRows label={t('common.loading')} rows={2} />}
      {templates.isError && <LoadError error={templates.error} onRetry={() => void templates.refetch()} />}
      {templates.data?.length === 0 && <p className="text-ink-3">{t('templates.empty')}</p>}
      {templates.data !== undefined && templates.data.length > 0 && (
        <ul aria-label={t('templates.title')} className="border-t border-line">
          {templates.data.map((template) => (
            <TemplateRow
              key={template.id}
              template={template}
              program={program}
              onEdit={() => setEditing(template)}
              onRemove={() => setRemoving(template)}
            />
          ))}
        </ul>
      )}
      <div>
        <Button icon={<Plus size={16} aria-hidden />} onClick={() => setEditing('new')}>
          {t('templates.add')}
        </Button>
      </div>
      {editing !== undefined && (
        <TemplateDialog
          program={program}
          template={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
      <Confirm
        open={removing !== undefined}
        onClose={() => setRemoving(undefined)}
        title={t('templates.removeTitle', { name: removing?.name })}
        text={t('templates.removeText')}
        action={t('common.remove')}
        cancel={t('common.cancel')}
        onConfirm={() => removing && remove.mutate(removing)}
      />
    </>
  );
}

interface RowProps {
  template: Template;
  program: Program;
  onEdit: () => void;
  onRemove: () => void;
}

function TemplateRow({ template, program, onEdit, onRemove }: RowProps) {
  const { t } = useTranslation();
  const outdated = template.outdated ?? [];
  const labelOf = (path: string) => {
    const key = path.replace(/^fields\./, '');
    return program.fields.find((field) => field.key === key)?.label ?? key;
  };
  return (
    <li className="flex items-center gap-3 border-b border-line py-1.5">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2">
          <span className="min-w-0 truncate font-medium">{template.name}</span>
          {template.visibility === 'staff' && (
            <Badge tone="amber" icon={<EyeOff size={12} aria-hidden />}>
              {t('settings.staffOnly')}
            </Badge>
          )}
        </p>
        <p className="truncate text-xs text-ink-3">{template.title === '' ? t('templates.noTitle') : template.title}</p>
        {outdated.length > 0 && (
          <p className="text-xs text-amber">{t('templates.outdated', { fields: outdated.map(labelOf).join(', ') })}</p>
        )}
      </div>
      <IconButton label={`${t('common.edit')} ${template.name}`} onClick={onEdit}>
        <Pencil size={16} />
      </IconButton>
      <IconButton label={`${t('common.remove')} ${template.name}`} onClick={onRemove}>
        <Trash2 size={16} />
      </IconButton>
    </li>
  );
}
