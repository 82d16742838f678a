package dev.patchbay.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 30 7 * * ?            | Every day at 07:30",
        "0 30 7 ? * MON-FRI      | Monday to Friday at 07:30",
        "0 0 7 ? * 2,5           | Monday and Thursday at 07:00",
        "0 0 7,12,18 * * ?       | Every day at 07:00, 12:00 and 18:00",
        "15 0 7 * * ?            | Every day at 07:00:15",
        "0 0/15 * * * ?          | Every 15 minutes",
        "0 * * * * ?             | Every minute",
        "0 0/15 8-17 ? * MON-FRI | Monday to Friday every 15 minutes, every hour from 8 to 17",
        "0 0 * * * ?             | Every hour, on the hour",
        "0 20 0/2 * * ?          | Every 2 hours, 20 minutes past",
        "0 0 18 L * ?            | On the last day of the month at 18:00",
        "0 0 18 LW * ?           | On the last weekday of the month at 18:00",
        "0 0 18 L-3 * ?          | On the day 3 days before the last of the month at 18:00",
        "0 0 18 L-1 * ?          | On the day 1 day before the last of the month at 18:00",
        "0 0 18 L-3W * ?         | On the weekday nearest to the day 3 days before the last of the month at 18:00",
        "0 0 9 1 JAN,JUL ?       | On day 1 of the month at 09:00 in January and July",
        "0 0 9 1,15 * ?          | On days 1 and 15 of the month at 09:00",
        "0 0 9 15W * ?           | On the weekday nearest to day 15 of the month at 09:00",
        "0 0 9 ? * 6L            | On the last Friday of the month at 09:00",
        "0 0 9 ? * TUE#2         | On the second Tuesday of the month at 09:00",
        "0 0 9 ? 3-5 SUN 2027    | Sunday at 09:00 in March to May in 2027",
        "0 5,35 9 * * ?          | Every day at minutes 5,35, in the hours 9",
        "0 1 * * * ?             | Every hour, 1 minute past",
        "30 0 */2 * * ?          | Every 2 hours, on the hour, 30 seconds later",
        "1 0/5 * * * ?           | Every 5 minutes, 1 second later",
        "0 0/0 7 * * ?           | Every day at minutes 0/0, in the hours 7",
        "0 0 9 ? * L             | Saturday at 09:00",
        "0 0 9 ? * 2-6/2         | 2-6/2 at 09:00",
      })
  void saysItInEnglish(String expression, String words) {
    assertThat(ZonedCron.of(expression, ZoneOffset.UTC).words()).isEqualTo(words);
  }
}
