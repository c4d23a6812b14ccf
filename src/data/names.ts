// What a column's name says: a temperature, in many languages and in the codes of weather services, or a date, a part
// of one, a place, an id, a flag, a label. A name may end in a unit: "T (degC)".

export type NameSays =
  | 'temperature'
  | 'lesserTemperature'
  | 'value'
  | 'date'
  | 'datePart'
  | 'coordinate'
  | 'id'
  | 'quality'
  | undefined

const word = (list: string): RegExp => new RegExp(`^(?:${list})$`, 'i')

// Daily mean and maximum of the air at 2 m: NOAA, ECA&D, DWD, KNMI, Météo-France, AEMET, MeteoSwiss, CMA, CMIP,
// Meteostat, METAR.
const codes = word(
  [
    'tmax|tmean|tavg|tobs|tmed|tmoy|tmm|temp|temps|tx|tg|tm|tmk|txk|txm|tt|tt_tu|tt_10|tt_ter|tntxm|ta|tair|t2m?|t_?2m|t2_c|tas|tasmax',
    'mx2t|tmp|tmp[fc]|air_?t|maxt|t_?(?:max|mean|avg|air|moy|med)(?:_?[cfk])?|(?:max|mean|avg)_?t(?:_?[cfk])?|max|mean|tre200d[0x]|tre200[a-z]0',
    'v12001(?:_?7\\d\\d)?|v12011|tem|tem_(?:avg|max)|temp[cfk]|t',
  ].join('|'),
)
const lesserCodes = word(
  [
    'tmin|tmn|tn|tnk|tnm|tgk|tasmin|mn2t|mint|t_?min(?:_?[cfk])?|min_?t(?:_?[cfk])?|min|tre200dn|v12012|tem_min|dewp?|dwpt?|dwp[fc]|td|tdew|tpot|twet|tw|tg_min|tnn?|sst|tsoil|tsk|skt|d2m|wbgt',
  ].join('|'),
)
const spoken =
  /temp(?:erat|\b|_|\d|[A-Z])|temp$|teplot|hőmérséklet|homerseklet|lämpötila|lampotila|sıcaklı|sicaklik|θερμοκρασ|температур|тэмперату|ջերմաստ|ტემპერატ|气温|氣溫|温度|溫度|気温|기온|온도|nhiệt|nhiet_?do|suhu|อุณหภูมิ|तापमान|তাপমাত্রা|வெப்பநிலை|حرارة|دما|טמפרטור|hitastig|hiti|lufthita|temperat|temperaatuur|joto|celsius|fahrenheit|最高温|最低温|平均温|高温|低温|[°º˚]\s?[cf]|℃|℉|\bdeg ?[cf]\b|theta|θ|摄氏|攝氏/i
// Ground, dew point, apparent and minimum temperatures, which are not the first choice to average.
const lesser =
  /min|最低|低温|dew|tau(?:punkt)?\b|rosée|rocío|露点|露點|soil|boden|erd|地温|地面|ground|grass|草|feel|apparent|体感|wet|humed|sea|water|wasser|海|水温|std|dev|anom|差|range|diff|chill|heat.?index|surface_temp|_count|max_time|_time/i
const noValues =
  /attribut|flag|quality|(?:^|_)q[cnf]?(?:_|$)|qn_|_q$|质量|質量|标识|控制码|(?:^|[_ ])(?:source|src|units?|fehler|mflag|qflag|sflag)$/i
const dateNames =
  /^(?:date|datetime|dates?|datum|dato|fecha|data|dia|date_?time|timestamp|time|times?|zeit|zeitstempel|mess_datum.*|valid|valid_time|yyyymmdd|yyyymm|ymd|dt|日期|时间|時間|日時|年月日|年月日时|年月|资料时间|观测时间|날짜|일시|дата|время|tarih|ngày|tanggal|tid|aika|päivä|data_?pomiaru|datetime.*|date ?\(.*|local_?time|utc)$/i
const datePartNames =
  /^(?:years?|yr|yyyy|month|mon|mm|mo|day|dd|hour|hr|hh|hours?|minute|doy|yday|dayofyear|day_?of_?year|week|weekday|season|jahr|monat|tag|stunde|année|annee|an|mois|jour|heure|anno|mese|giorno|ora|año|ano|mes|día|dia|hora|rok|miesiąc|dzień|год|месяц|день|час|年|年份|月|月份|日|天|时|時|小时|년|월|일|jaar|maand|dag|år|måned|månad|v0400[1-4])$/i
const placeNames =
  /^(?:lat(?:itude)?|lon(?:g(?:itude)?)?|lng|alt(?:itude)?|elev(?:ation)?|height|breite|länge|geogr\.?(?:breite|laenge|länge)|stationshoehe|höhe|hoehe|pos[xy]|latitud|longitud|altitud|纬度|緯度|经度|經度|海拔.*|观测场海拔.*|高度|위도|경도|широта|долгота|v0500[1-2]|v0600[1-2]|v07001)(?:[ _(].*)?$/i
const idNames =
  /^(?:id|ids|nr|no|num|#|counter|seq|sequence|record|step|iter(?:ation)?|epoch|index|idx|row|rownames?|rowid|row_?(?:id|num(?:ber)?)|obs_?id|station.*|stations_id|stn|sta|site.*|code|wban|wmo|usaf|usubjid|key|编号|序号|区站号|站号|站点.*|台站.*|地点|站名|样本号|sample_?(?:id|number|no)|individual ?id|名称|v01301|unnamed: ?\d+|lfd\.? ?nr\.?|(?:.*[_ ])?(?:id|uuid|guid)|zip|zip_?code|post(?:al)?_?code|plz|邮编|邮政编码|phone|电话|customer|客户)$/i
const valueNames =
  /^(?:values?|val|wert|werte|messwert|valeur|valor|valore|waarde|wartość|obs|obs_value|observation|measurement|reading|data_value|y|signal|数值|值|观测值|测量值|값|значение)$/i

/** Removes a bracketed unit from the end. */
const bare = (name: string): string => name.replace(/\s*[([（【].*$/, '').trim()

export function nameSays(name: string): NameSays {
  if (name === '') return undefined
  const short = bare(name) || name
  if (noValues.test(name)) return 'quality'
  if (datePartNames.test(short) && !codes.test(name)) return 'datePart'
  if (dateNames.test(name) || dateNames.test(short)) return 'date'
  if (placeNames.test(name)) return 'coordinate'
  if (lesserCodes.test(short)) return 'lesserTemperature'
  if (codes.test(short)) return 'temperature'
  if (spoken.test(name)) return lesser.test(name) ? 'lesserTemperature' : 'temperature'
  if (idNames.test(name)) return 'id'
  if (valueNames.test(short)) return 'value'
  return undefined
}

const labelNames =
  /^(?:label|labels|class|classes|klasse|classe|target|targets|species|variety|category|kategorie|outcome|outcomes|diagnosis|quality|survived|churn|exited|income|default(?: payment.*)?|deposit|medv|med_?house_?val(?:ue)?|median_house_value|sale_?price|price|charges|salary|mpg|type|y|类别|类|标签|种类|品种|物种|종|вид|класс|sp)$/i

/** Whether a column of that name is the label to learn. */
export const isLabelName = (name: string): boolean => labelNames.test(name.trim())
