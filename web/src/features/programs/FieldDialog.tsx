import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { addField, updateField, type FieldInput } from '@/api/calls';
import { keys } from '@/api/queries';
import { FIELD_TYPES, type FieldDefinition } from '@/api/types';
import { useProblemText } from '@/domain/useProblemText';
import { Button } from '@/ui/Button';
import { Dialog, DialogBody, DialogFooter } from '@/ui/Dialog';
import { Checkbox, Field, Input, Select, Textarea } from '@/ui/Field';
import { Alert } from '@/ui/states';

interface FieldForm {
  label: string;
  type: string;
  required: boolean;
  options: string;
  placeholder: string;
  staffOnly: boolean;
}

interface Props {
  programId: string;
  field?: FieldDefinition;
  onClose: () => void;
}

export function FieldDialog({ programId, field, onClose }: Props) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const cache = useQueryClient();
  const [problem, setProblem] = useState<string>();
  const form = useForm<FieldForm>({
    defaultValues: {
      label: field?.label ?? '',
      type: field?.type ?? 'text',
      required: field?.required ?? false,
      options: field?.options.join('\n') ?? '',
      placeholder: field?.placeholder ?? '',
      staffOnly: field?.visibility === 'staff',
    },
  });
  const { errors, isSubmitting } = form.formState;
  const type = form.watch('type');
  const optionsOf = (text: string) => [
    ...new Set(
      text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ];

  const submit = form.handleSubmit(async (values) => {
    setProblem(undefined);
    const input: FieldInput = {
      label: values.label.trim(),
      required: values.required,
      placeholder: values.placeholder.trim(),
      visibility: values.staffOnly ? 'staff' : 'everyone',
      ...(values.type === 'dropdown' && { options: optionsOf(values.options) }),
      ...(values.type !== field?.type && { type: values.type }),
    };
    try {
      if (field === undefined) await addField(programId, { key: keyFor(values.label), ...input });
      else await updateField(programId, field.id, input);
      await cache.invalidateQueries({ queryKey: keys.facts(programId) });
      onClose();
    } catch (error) {
      setProblem(textOf(error));
    }
  });

  return (
    <Dialog
      open
      onClose={onClose}
      title={field === undefined ? t('settings.addField') : t('settings.editField')}
      closeLabel={t('common.close')}
    >
      <form noValidate onSubmit={submit} className="flex min-h-0 flex-col">
        <DialogBody>
          {problem !== undefined && <Alert>{problem}</Alert>}
          <Field label={t('settings.label')} required error={errors.label?.message}>
            {(control) => (
              <Input
                autoComplete="off"
                {...control}
                {...form.register('label', {
                  validate: (label) => (label.trim() !== '' && label.trim().length <= 100) || t('settings.labelLength'),
                })}
              />
            )}
          </Field>
          <Field label={t('settings.type')} hint={field && t('settings.typeFixed')}>
            {(control) => (
              <Select {...control} {...form.register('type')}>
                {FIELD_TYPES.map((each) => (
                  <option key={each} value={each}>
                    {t(`fieldType.${each}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          {type === 'dropdown' && (
            <Field label={t('settings.options')} hint={t('settings.optionsHint')} error={errors.options?.message}>
              {(control) => (
                <Textarea
                  {...control}
                  {...form.register('options', {
                    validate: (text, all) =>
                      all.type !== 'dropdown' || optionsOf(text).length > 0 || t('settings.optionsMissing'),
                  })}
                />
              )}
            </Field>
          )}
          {type !== 'checkbox' && type !== 'dropdown' && type !== 'date' && (
            <Field label={t('settings.placeholder')} mark={t('common.optional')}>
              {(control) => <Input maxLength={100} {...control} {...form.register('placeholder')} />}
            </Field>
          )}
          <Checkbox label={t('settings.required')} hint={t('settings.requiredHint')} {...form.register('required')} />
          <Checkbox
            label={t('settings.staffOnly')}
            hint={t('settings.staffOnlyHint')}
            {...form.register('staffOnly')}
          />
        </DialogBody>
        <DialogFooter>
          <Button variant="ghost" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" variant="primary" busy={isSubmitting}>
            {field === undefined ? t('settings.addField') : t('common.save')}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}

/** A key that programs can use, made from the label; it stays when the label changes. */
export function keyFor(label: string): string {
  const plain = label
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  const key = plain.replace(/[^a-z0-9]+/g, '_').replace(/^[^a-z]+|_+$/g, '');
  return key === '' ? 'field' : key.slice(0, 50);
}
