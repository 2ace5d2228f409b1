package dev.tidegate.migration;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A migration's version: numbers separated by dots or underscores, compared number by number, so
 * that {@code 1.10} comes after {@code 1.9} and {@code 1.0} is {@code 1}.
 */
public final class Version implements Comparable<Version> {
  private static final Pattern FORM = Pattern.compile("[0-9]+([._][0-9]+)*");

  private final String text;
  private final List<BigInteger> numbers;

  private Version(String text, List<BigInteger> numbers) {
    this.text = text;
    this.numbers = numbers;
  }

  /**
   * Reads a version as a file name or a parameter has it.
   *
   * @throws IllegalArgumentException if it is none; see {@link #isOne}
   */
  public static Version parse(String text) {
    if (!isOne(text)) {
      throw new IllegalArgumentException("not a version: " + text);
    }
    var numbers = new ArrayList<BigInteger>();
    for (var part : text.split("[._]", -1)) {
      numbers.add(new BigInteger(part));
    }
    while (numbers.size() > 1 && numbers.get(numbers.size() - 1).signum() == 0) {
      numbers.remove(numbers.size() - 1);
    }
    return new Version(text.replace('_', '.'), List.copyOf(numbers));
  }

  /** Whether the text is a version. */
  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  /** The numbers, without zeros at the end. */
  public List<BigInteger> numbers() {
    return numbers;
  }

  @Override
  public int compareTo(Version other) {
    var common = Math.min(numbers.size(), other.numbers.size());
    for (var i = 0; i < common; i++) {
      var order = numbers.get(i).compareTo(other.numbers.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Comparator.<Integer>naturalOrder().compare(numbers.size(), other.numbers.size());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Version version && numbers.equals(version.numbers);
  }

  @Override
  public int hashCode() {
    return numbers.hashCode();
  }

  /** As it was written, with dots. */
  @Override
  public String toString() {
    return text;
  }
}
