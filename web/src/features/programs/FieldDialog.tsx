import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { addField, updateField } from '@/api/calls';
import { keys } from '@/api/queries';
import { FIELD_TYPES, type FieldDefinition } from '@/api/types';
import { showRefusals } from '@/domain/showRefusals';
import { useProblemText } from '@/domain/useProblemText';
import { Button } from '@/ui/Button';
import { Dialog, DialogBody, DialogFooter } from '@/ui/Dialog';
import { Checkbox, Field, Input, Select, Textarea } from '@/ui/Field';
import { Alert } from '@/ui/states';
import { draftOf, formOfField, inputOfField, itemsOf, keyFor, optionsOf, type FieldForm } from './fieldForm';
import { ItemsEditor } from './ItemsEditor';

interface Props {
  programId: string;
  field?: FieldDefinition;
  /** The keys that are in use. */
  taken: string[];
  preview: (field: FieldDefinition) => ReactNode;
  onClose: () => void;
}

export function FieldDialog({ programId, field, taken, preview, onClose }: Props) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const cache = useQueryClient();
  const [problem, setProblem] = useState<string>();
  const form = useForm<FieldForm>({ defaultValues: formOfField(field) });
  const { errors, isSubmitting } = form.formState;
  const now = { ...formOfField(field), ...useWatch({ control: form.control }) } as FieldForm;
  const { type } = now;

  const submit = form.handleSubmit(async (values) => {
    setProblem(undefined);
    const input = inputOfField(values, field);
    try {
      if (field === undefined) await addField(programId, { key: keyFor(values.label, taken), ...input });
      else await updateField(programId, field.id, input);
      await cache.invalidateQueries({ queryKey: keys.facts(programId) });
      onClose();
    } catch (error) {
      if (!showRefusals(form, error)) setProblem(textOf(error));
    }
  });
  const hidesFromClients = field?.visibility === 'everyone' && now.staffOnly;
  const showsToClients = field?.visibility === 'staff' && !now.staffOnly;

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
                maxLength={100}
                {...control}
                {...form.register('label', {
                  validate: (label) => label.trim() !== '' || t('settings.labelLength'),
                })}
              />
            )}
          </Field>
          <Field label={t('settings.type')} hint={field && t('settings.typeFixed')} error={errors.type?.message}>
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
            <Field
              label={t('settings.options')}
              hint={field === undefined ? t('settings.optionsHint') : t('settings.optionsKept')}
              error={errors.options?.message}
            >
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
          {type === 'checklist' && (
            <Controller
              control={form.control}
              name="items"
              rules={{
                validate: (items, all) =>
                  all.type !== 'checklist' || itemsOf(items).length > 0 || t('settings.itemsMissing'),
              }}
              render={({ field: control, fieldState }) => (
                <ItemsEditor items={control.value} onChange={control.onChange} error={fieldState.error?.message} />
              )}
            />
          )}
          {type !== 'checkbox' && type !== 'dropdown' && type !== 'date' && (
            <Field
              label={isList(type) ? t('settings.explanation') : t('settings.placeholder')}
              mark={t('common.optional')}
              hint={isList(type) ? t('settings.explanationHint') : t('settings.placeholderHint')}
              error={errors.placeholder?.message}
            >
              {(control) => <Input maxLength={100} {...control} {...form.register('placeholder')} />}
            </Field>
          )}
          <Checkbox label={t('settings.required')} hint={t('settings.requiredHint')} {...form.register('required')} />
          <Checkbox
            label={t('settings.staffOnly')}
            hint={
              hidesFromClients
                ? t('settings.staffOnlyNow')
                : showsToClients
                  ? t('settings.everyoneNow')
                  : t('settings.staffOnlyHint')
            }
            {...form.register('staffOnly')}
          />
          {now.label.trim() !== '' && preview(draftOf(now, field))}
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

/** What has no box to write into shows its text below. */
const isList = (type: string) => type === 'checklist' || type === 'file_upload';
